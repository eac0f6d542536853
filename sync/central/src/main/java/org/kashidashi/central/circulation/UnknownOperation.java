package org.kashidashi.central.circulation;

/** An operation of a schema that this central does not know. */
public record UnknownOperation(String key, long schema, String content) implements Operation {
  @Override
  public String toString() {
    return "operation of schema " + schema;
  }
}

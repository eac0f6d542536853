package org.kashidashi.central.http;

import com.google.gson.JsonElement;
import org.kashidashi.central.store.StoreException;

/** One operation of the interface. */
sealed interface Route {
  String path();

  /** Asks without a body. */
  record Get(String path, Question question) implements Route {}

  /** Asks with a JSON body. */
  record Post(String path, Request request) implements Route {}

  /** Answers without being told anything. */
  interface Question {
    Answer answer() throws StoreException;
  }

  /** Answers a body. */
  interface Request {
    Answer answer(JsonElement body) throws RefusedException, StoreException;
  }

  default String method() {
    return switch (this) {
      case Get _ -> "GET";
      case Post _ -> "POST";
    };
  }
}

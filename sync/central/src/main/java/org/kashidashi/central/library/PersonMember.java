package org.kashidashi.central.library;

/** What a library may keep of what an authority hands over about a person. */
public enum PersonMember {
  NAME,
  ADDRESS,
  BIRTH_DATE,
  SEX
}

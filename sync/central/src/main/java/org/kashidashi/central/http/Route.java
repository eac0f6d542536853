package org.kashidashi.central.http;

import com.google.gson.JsonElement;
import java.util.Optional;
import org.kashidashi.central.store.StoreException;

/** One operation of the interface. */
sealed interface Route {
  String path();

  /** Asks without a body, and may be asked by everybody. */
  record Get(String path, Question question) implements Route {}

  /** Asks with a JSON body; a kiosk that names itself. */
  record Post(String path, Access access, Request request) implements Route {}

  /** Answers without a body. */
  interface Question {
    /**
     * What everybody may know.
     *
     * @param kiosk as the caller calls itself; empty if it does not
     */
    Answer answer(Optional<String> kiosk) throws StoreException;
  }

  /** Answers a body. */
  interface Request {
    Answer answer(Caller caller, JsonElement body) throws RefusedException, StoreException;
  }

  default String method() {
    return switch (this) {
      case Get _ -> "GET";
      case Post _ -> "POST";
    };
  }
}

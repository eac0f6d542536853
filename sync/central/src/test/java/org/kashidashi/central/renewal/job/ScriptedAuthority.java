package org.kashidashi.central.renewal.job;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.kashidashi.sync.registry.Authority;
import org.kashidashi.sync.registry.IdentifierWish;
import org.kashidashi.sync.registry.Introduction;
import org.kashidashi.sync.registry.PersonIdentifier;
import org.kashidashi.sync.registry.PinProof;
import org.kashidashi.sync.registry.SignatureStanding;

/** Answers as a test says, and notes whom it was asked about. */
final class ScriptedAuthority implements Authority {
  private final List<Integer> asked = new ArrayList<>();
  private Function<Integer, SignatureStanding> answer = _ -> new SignatureStanding.Valid();

  /** That the power fails while the authority is asked. */
  static final class PowerCut extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  void answer(Function<Integer, SignatureStanding> how) {
    this.answer = how;
  }

  /** By the index of the patron, in order. */
  List<Integer> asked() {
    return List.copyOf(asked);
  }

  void forget() {
    asked.clear();
  }

  @Override
  public SignatureStanding signatureStanding(PersonIdentifier person) {
    int index = LinkedLibrary.index(person);
    asked.add(index);
    return answer.apply(index);
  }

  @Override
  public Introduction introduce(PinProof proof, IdentifierWish wish) {
    throw new AssertionError("nobody is introduced by a monthly check");
  }
}

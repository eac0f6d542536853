package org.kashidashi.central.circulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kashidashi.sync.circulation.Block;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.circulation.PatronStanding;
import org.kashidashi.sync.circulation.Renewal;

class LoanRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-20T05:05:00Z");

  @ParameterizedTest
  @CsvSource({
    "ANYONE, RESIDENT, false",
    "ANYONE, COMMUTER, false",
    "ANYONE, ELSEWHERE, false",
    "RESIDENTS, RESIDENT, false",
    "RESIDENTS, COMMUTER, true",
    "RESIDENTS, ELSEWHERE, true",
    "RESIDENTS_AND_COMMUTERS, RESIDENT, false",
    "RESIDENTS_AND_COMMUTERS, COMMUTER, false",
    "RESIDENTS_AND_COMMUTERS, ELSEWHERE, true",
  })
  void blocksWhomTheLibraryDoesNotLendTo(LendTo lendTo, Residence residence, boolean blocked) {
    PatronStanding standing =
        rules(lendTo).standing(patron(residence, OptionalInt.empty()), 3, NOW);
    assertEquals(blocked ? Set.of(Block.RESIDENTS_ONLY) : Set.of(), standing.blocks());
  }

  @Test
  void takesTheLibrarysNumbersWhenThePatronHasNone() {
    PatronStanding standing =
        rules(LendTo.ANYONE).standing(patron(Residence.RESIDENT, OptionalInt.empty()), 3, NOW);
    assertEquals(30, standing.loanLimit());
    assertEquals(15, standing.loanDays());
  }

  @Test
  void takesThePatronsOwnNumbersWhenThereAreSome() {
    PatronStanding standing =
        rules(LendTo.ANYONE).standing(patron(Residence.RESIDENT, OptionalInt.of(2)), 3, NOW);
    assertEquals(2, standing.loanLimit());
    assertEquals(2, standing.loanDays());
  }

  private static LoanRules rules(LendTo lendTo) {
    return new LoanRules(ZoneId.of("Asia/Tokyo"), 30, 15, lendTo);
  }

  private static PatronRecord patron(Residence residence, OptionalInt own) {
    return new PatronRecord(
        new PatronId("9999900120"),
        LocalDate.parse("2027-03-31"),
        Renewal.AT_COUNTER,
        Set.of(),
        residence,
        own,
        own);
  }
}

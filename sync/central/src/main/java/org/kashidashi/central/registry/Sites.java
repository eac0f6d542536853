package org.kashidashi.central.registry;

import java.util.List;

/**
 * The places of one library.
 *
 * @param sites none where the library has one place only, and links are made there
 */
public record Sites(List<Site> sites) {
  public Sites {
    sites = List.copyOf(sites);
  }

  public boolean linkingAt(String station) {
    return sites.isEmpty()
        || sites.stream().anyMatch(site -> site.linking() && site.stations().contains(station));
  }

  /** Where links are made, for staff to send people there. */
  public List<String> linkingPlaces() {
    return sites.stream().filter(Site::linking).map(Site::direction).toList();
  }
}

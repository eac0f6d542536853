package org.kashidashi.central.store;

/** Fills a store out of files, within one transaction. */
public interface LoadFile {
  /** Returns whether the transaction is to be kept; else nothing of it remains. */
  boolean into(LoadTransaction transaction) throws StoreException;
}

package org.separatrix.runner.verify;

import java.util.ArrayList;
import java.util.List;

/** Collects checks about one subject, in their order. */
final class Checks {
  private final String subject;
  private final List<Check> list = new ArrayList<>();

  Checks(String subject) {
    this.subject = subject;
  }

  /** Adds a check: what is confirmed if something holds, else what speaks against it. */
  boolean add(String fact, boolean holds, String confirmed, String objection) {
    list.add(new Check(name(fact), holds, holds ? confirmed : objection));
    return holds;
  }

  void confirm(String fact, String detail) {
    list.add(new Check(name(fact), true, detail));
  }

  void refute(String fact, String detail) {
    list.add(new Check(name(fact), false, detail));
  }

  /** Confirms all of something in one line, or says each objection. */
  void addAll(String fact, List<String> objections, String confirmed) {
    if (objections.isEmpty()) {
      confirm(fact, confirmed);
    }
    objections.forEach(objection -> refute(fact, objection));
  }

  List<Check> list() {
    return List.copyOf(list);
  }

  private String name(String fact) {
    return subject.isEmpty() ? fact : subject + ", " + fact;
  }
}

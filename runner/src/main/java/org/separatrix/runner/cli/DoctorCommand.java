package org.separatrix.runner.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.separatrix.runner.doctor.Diagnosis;
import org.separatrix.runner.doctor.Examination;
import org.separatrix.runner.render.LabelledLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks whether this machine can run studies. */
@Command(
    name = "doctor",
    description = {
      "Look whether this machine can run studies, and how fast, and say what to do.",
      "The exit code is 1 if something is broken."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Examples:", "  separatrix doctor", "  separatrix doctor --json"})
final class DoctorCommand implements Callable<Integer> {
  private static final int LABEL_WIDTH = 7;

  private final SeparatrixCommand root;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private JsonOption json = new JsonOption();

  DoctorCommand(SeparatrixCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    Services services = root.services(Printers.err(spec));
    List<Diagnosis> diagnoses = new Examination(services.planner()).examine();
    if (json.isWanted()) {
      json.print(spec, document(diagnoses));
    } else {
      print(diagnoses);
    }
    return isBroken(diagnoses) ? ExitCode.INTERNAL_ERROR : ExitCode.DONE;
  }

  private void print(List<Diagnosis> diagnoses) {
    PrintWriter out = Printers.out(spec);
    LabelledLines lines = new LabelledLines(out, LABEL_WIDTH);
    for (Diagnosis diagnosis : diagnoses) {
      out.printf("%-7s  %s%n", diagnosis.state().label(), diagnosis.subject());
      lines.print("seen", diagnosis.seen());
      lines.print("maybe", diagnosis.advice());
    }
    out.flush();
  }

  private static ObjectNode document(List<Diagnosis> diagnoses) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("version", VersionProvider.version());
    document.put("broken", isBroken(diagnoses));
    ArrayNode entries = document.putArray("diagnoses");
    for (Diagnosis diagnosis : diagnoses) {
      entries
          .addObject()
          .put("subject", diagnosis.subject())
          .put("state", diagnosis.state().label())
          .put("seen", diagnosis.seen())
          .put("advice", diagnosis.advice());
    }
    return document;
  }

  private static boolean isBroken(List<Diagnosis> diagnoses) {
    return diagnoses.stream().anyMatch(diagnosis -> diagnosis.state() == Diagnosis.State.BROKEN);
  }
}

package dev.hubbub.bots.chaos;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Many connections ask for one name at once, in capitals and not: exactly one must get it. */
record NameRace() implements Misdeed {
  private static final int RACERS = 8;

  @Override
  public void commit(Scene scene)
      throws IOException, Violation, Inconclusive, InterruptedException {
    String name = scene.newName();
    List<Client> racers = new ArrayList<>();
    try {
      for (int i = 0; i < RACERS; i++) {
        boolean capitals = scene.random().nextBoolean();
        racers.add(scene.connect(capitals ? name.toUpperCase(Locale.ROOT) : name));
      }
      for (Client racer : racers) {
        racer.send(racer.name() + "\n");
      }
      expectOneWinner(racers);
    } finally {
      for (Client racer : racers) {
        racer.close();
      }
    }
    scene.expectFree(name);
  }

  private static void expectOneWinner(List<Client> racers)
      throws IOException, Violation, Inconclusive {
    int winners = 0;
    for (Client racer : racers) {
      String answer = racer.answer("a welcome or a refusal");
      if (Texts.isWelcome(answer, racer.name())) {
        winners++;
      } else if (answer.equals(Texts.TAKEN)) {
        racer.expectEnd();
      } else {
        throw new Violation("expected a welcome or a refusal, got " + Quote.of(answer));
      }
    }
    if (winners != 1) {
      throw new Violation(winners + " of " + racers.size() + " connections got one name");
    }
  }
}

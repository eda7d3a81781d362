package afterorder.acceptance.invariant;

import java.util.stream.Stream;

/** When everything has come to its end, so have the workflows. */
final class NoExecutionIsLeft implements Invariant {

    @Override
    public Stream<String> violations(World world) {
        return world.running().stream().map(name -> "the execution " + name + " is still running");
    }
}

package afterorder.aws;

import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * Primes a function before SnapStart's snapshot is taken, so that what is slow the first time has happened when it is
 * restored. A priming opens no connection and draws nothing random: there is nothing to renew after the restore.
 */
public final class Snapshot implements Resource {
    private final Runnable priming;

    private Snapshot(Runnable priming) {
        this.priming = priming;
    }

    /** Primes the codecs of rows alone. */
    public static Snapshot primed() {
        return primedBy(() -> {});
    }

    /**
     * Primes the codecs of rows, and what the function has beside them.
     *
     * @return what the caller keeps: the registry holds it weakly
     */
    public static Snapshot primedBy(Runnable priming) {
        Snapshot snapshot = new Snapshot(priming);
        Core.getGlobalContext().register(snapshot);
        return snapshot;
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        Items.prime();
        priming.run();
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        // Nothing was opened before the snapshot.
    }
}

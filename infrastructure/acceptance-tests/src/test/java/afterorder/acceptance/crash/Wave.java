package afterorder.acceptance.crash;

import afterorder.acceptance.invariant.Settling;
import afterorder.acceptance.invariant.WorldRow;
import afterorder.acceptance.shop.AwsDoor;
import afterorder.acceptance.shop.Letter;
import afterorder.acceptance.shop.Shop;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** Several orders under way at once in one local cloud, whose time is moved for all of them together. */
final class Wave {
    /** More than the hour after which due work is looked at again that somebody died with. */
    private static final int MOST_MINUTES_WITHOUT_CHANGE = 90;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final Shop shop;
    private final AwsDoor aws;
    private final List<Story> stories;
    private final Map<String, Sight> sights = new HashMap<>();
    private int minutesWithoutChange;

    private Wave(Shop shop, AwsDoor aws, List<Story> stories) {
        this.shop = shop;
        this.aws = aws;
        this.stories = stories;
    }

    /** Returns when each has ended, waits for staff, failed or got stuck, and no message or workflow is left. */
    static void run(Shop shop, List<Story> stories) {
        try (AwsDoor aws = new AwsDoor(shop)) {
            new Wave(shop, aws, stories).run();
        }
    }

    private void run() {
        stories.forEach(Story::begin);
        look();
        Awaitility.await("the end of all orders")
                .forever()
                .pollInSameThread()
                .pollInterval(BETWEEN_LOOKS)
                .until(this::haveEnded);
        Settling.of(shop, aws);
    }

    /** Lets happen what it is time for. */
    private boolean haveEnded() {
        long before = version();
        boolean hasMoved = goOn();
        if (!hasMoved && shop.rests()) {
            hasMoved = pause();
            if (!hasMoved) shop.minutePasses();
            minutesWithoutChange++;
        }
        look();
        if (hasMoved || version() != before) minutesWithoutChange = 0;
        if (minutesWithoutChange > MOST_MINUTES_WITHOUT_CHANGE) {
            open().stream()
                    .filter(story -> story.pause(sight(story)).isEmpty())
                    .forEach(story -> story.isStuck(sight(story)));
        }
        return open().isEmpty();
    }

    /** Those that are still under way. */
    private List<Story> open() {
        return stories.stream().filter(story -> !story.isOver(sight(story))).toList();
    }

    private boolean goOn() {
        boolean hasMoved = false;
        for (Story story : stories) hasMoved |= story.goesOn(sight(story));
        return hasMoved;
    }

    private long version() {
        return sights.values().stream().mapToLong(Sight::version).sum();
    }

    /** Time passes when everybody who is still under way waits for it. @return whether it did */
    private boolean pause() {
        List<Story> open = open();
        List<Duration> pauses = open.stream()
                .flatMap(story -> story.pause(sight(story)).stream())
                .toList();
        if (pauses.isEmpty() || pauses.size() < open.size()) return false;
        open.forEach(Story::hasWaited);
        shop.clock()
                .advances(pauses.stream().max(Duration::compareTo).orElseThrow().toString());
        return true;
    }

    private Sight sight(Story story) {
        return sights.getOrDefault(story.id(), new Sight(Map.of(), List.of()));
    }

    private void look() {
        Map<String, Map<String, WorldRow>> rows = aws.rows().stream()
                .map(WorldRow::of)
                .collect(Collectors.groupingBy(WorldRow::key, Collectors.toMap(WorldRow::part, row -> row)));
        List<Letter> mails = shop.mailbox().all();
        for (Story story : stories) {
            List<Letter> about = mails.stream()
                    .filter(mail -> mail.subject().contains(story.id()))
                    .toList();
            sights.put(story.id(), new Sight(rows.getOrDefault(story.id(), Map.of()), about));
        }
    }
}

package afterorder.acceptance.shop;

import afterorder.localcloud.edge.Call;
import afterorder.localcloud.edge.Interceptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * Where a text can be read after a run: in what passed on the way to AWS's services, though it may be gone there since, in
 * rows, histories and mails, in the files of the local cloud with their logs, and in answers that were shown to it.
 */
public final class Traces implements Interceptor {
    private final Shop shop;
    private final Path data;
    private final Queue<Trace> passed = new ConcurrentLinkedQueue<>();

    /** Notices what is sent from now on. @param data the folder of the local cloud */
    public Traces(Shop shop, Path data) {
        this.shop = shop;
        this.data = data;
        shop.cloud().edge().intercept(this);
    }

    private record Trace(String place, String content) {
        boolean holdsAny(Collection<String> texts) {
            return texts.stream().anyMatch(content::contains);
        }
    }

    /** Mails pass in a form that no text is found in; they are read in the mailbox. */
    @Override
    public void sent(Call call, byte[] body) {
        String place = "call %s %s by %s"
                .formatted(call.service(), call.operation(), call.caller().name());
        passed.add(new Trace(place, new String(body, StandardCharsets.UTF_8)));
    }

    /** Notices an answer of the HTTP interface. */
    public HttpResponse<String> notice(HttpResponse<String> answer) {
        String place = "answer %d to %s"
                .formatted(answer.statusCode(), answer.request().uri().getPath());
        passed.add(new Trace(place, answer.headers().map() + answer.body()));
        return answer;
    }

    /** The places where one of these texts stands: {@code call}, {@code answer}, {@code row}, {@code histories}, {@code mail}, {@code file}. */
    public List<String> of(Collection<String> texts) {
        try (Stream<Trace> all = all()) {
            return all.filter(trace -> trace.holdsAny(texts))
                    .map(Trace::place)
                    .distinct()
                    .toList();
        }
    }

    private Stream<Trace> all() {
        try (AwsDoor aws = new AwsDoor(shop)) {
            Stream<Trace> rows = aws.rows().stream()
                    .map(row -> new Trace("row " + row.get("part").s(), row.toString()));
            Stream<Trace> histories = Stream.of(new Trace("histories", aws.histories()));
            Stream<Trace> mails =
                    shop.mailbox().all().stream().map(mail -> new Trace("mail " + mail.subject(), mail.whole()));
            return Stream.of(passed.stream(), rows, histories, mails, files()).flatMap(each -> each);
        }
    }

    private Stream<Trace> files() {
        try {
            return Files.walk(data)
                    .filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".jar"))
                    .map(file -> new Trace("file " + data.relativize(file), content(file)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

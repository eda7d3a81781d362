package afterorder.link;

import java.util.Map;

/** What a reader sees whose link has expired or was revoked. */
final class GonePage {
    static final Map<String, String> HEADERS = Map.of(
            "content-type", "text/html; charset=utf-8",
            "referrer-policy", "no-referrer",
            "content-security-policy", "default-src 'none'; style-src 'unsafe-inline'");

    static final String HTML = """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>This link has expired / Dieser Link ist abgelaufen</title>
            <style>body{font:1.1rem/1.5 system-ui,sans-serif;max-width:36rem;margin:15vh auto;padding:0 1.5rem;color:#1d2733}
            h1{font-size:1.4rem}hr{border:0;border-top:1px solid #d5dbe1;margin:2rem 0}</style></head>
            <body>
            <h1>This link has expired</h1>
            <p>The document itself is kept. Reply to the mail that brought you here, and we send you a new link.</p>
            <hr>
            <section lang="de">
            <h1>Dieser Link ist abgelaufen</h1>
            <p>Das Dokument selbst ist aufbewahrt. Antworten Sie auf die Mail, aus der Sie kommen; wir schicken Ihnen einen neuen
            Link.</p>
            </section>
            </body>
            </html>
            """;

    private GonePage() {}
}

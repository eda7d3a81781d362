package afterorder.link;

import afterorder.aws.Answers;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Map;

/**
 * What a reader sees whose link does not open. The pages know nothing of anybody: each is the same for everybody, and in both
 * languages. The form has no address, so it is sent to the page's own, and no page shows a token.
 */
enum Page {
    EXPIRED("""
            <h1>Dieser Link ist abgelaufen</h1>
            <p>Das Dokument selbst ist aufbewahrt. Wir schicken Ihnen gern einen neuen Link, an die Adresse, an die auch dieser
            ging.</p>
            <form method="post"><button>Neuen Link senden</button></form>
            """, """
            <h1>This link has expired</h1>
            <p>The document itself is kept. We will gladly send you a new link, to the address that this one was sent to.</p>
            <form method="post"><button>Send me a new one</button></form>
            """),
    REVOKED("""
            <h1>Dieser Link gilt nicht mehr</h1>
            <p>Das Dokument selbst ist aufbewahrt. Antworten Sie auf die E-Mail, aus der Sie kommen; wir helfen Ihnen
            weiter.</p>
            """, """
            <h1>This link is no longer valid</h1>
            <p>The document itself is kept. Reply to the email that brought you here, and we will help you.</p>
            """),
    ASKED("""
            <h1>Danke</h1>
            <p>War der Link abgelaufen, ist in ein paar Minuten eine E-Mail mit einem neuen da: bei dem, an den der abgelaufene
            ging. Das geht bis zu dreimal am Tag.</p>
            """, """
            <h1>Thank you</h1>
            <p>If the link had expired, an email with a new one arrives in a few minutes, with whom the expired one was sent
            to. This works up to three times a day.</p>
            """);

    private static final Map<String, String> HEADERS = Map.of(
            "content-type",
            "text/html; charset=utf-8",
            "referrer-policy",
            "no-referrer",
            "x-robots-tag",
            "noindex",
            "content-security-policy",
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");

    private static final String FRAME = """
            <!doctype html>
            <html lang="de">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>Link zu einem Dokument / Link to a document</title>
            <style>
            body{font:1.1rem/1.5 system-ui,sans-serif;max-width:36rem;margin:12vh auto;padding:0 1.5rem;color:#1d2733;background:#fff}
            h1{font-size:1.4rem}
            hr{border:0;border-top:1px solid #d5dbe1;margin:2rem 0}
            button{padding:.7rem 1.6rem;border:0;border-radius:4px;background:#0d4578;color:#fff;font:inherit;font-weight:600;cursor:pointer}
            :focus-visible{outline:3px solid #2f7fc4;outline-offset:2px}
            @media(prefers-color-scheme:dark){body{color:#e6eaee;background:#14181d}hr{border-color:#3a434c}button{background:#9cc7ee;color:#10161c}}
            </style>
            </head>
            <body>
            <main>
            %s<hr>
            <section lang="en">
            %s</section>
            </main>
            </body>
            </html>
            """;

    private final String html;

    Page(String german, String english) {
        html = FRAME.formatted(german, english);
    }

    APIGatewayV2HTTPResponse answer(int status) {
        return Answers.of(status, html, HEADERS);
    }
}

package afterorder.documents.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Renders pages; the templates escape by context. */
public final class Pages {
    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);

    private Pages() {}

    /** No script, nothing from elsewhere, no style but the page's own, and nobody is told of the link that led here. */
    public static Map<String, String> headers() {
        return Map.of(
                "content-type",
                "text/html; charset=utf-8",
                "referrer-policy",
                "no-referrer",
                "x-robots-tag",
                "noindex",
                "content-security-policy",
                "default-src 'none'; style-src 'sha256-" + hash(PageStyle.CSS)
                        + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    }

    /** @param template that was compiled into the jar: {@code desk/task.jte} */
    public static String render(String template, Map<String, Object> parameters) {
        StringOutput html = new StringOutput();
        ENGINE.render(template, parameters, html);
        return html.toString();
    }

    /**
     * A page that says one thing, by the texts {@code <name>.title} and {@code <name>.text}.
     *
     * @param texts one, or one for each language when it is not known who reads it
     */
    public static String message(String name, PageTexts... texts) {
        return render("page/message.jte", Map.of("languages", List.of(texts), "name", name));
    }

    private static String hash(String style) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}

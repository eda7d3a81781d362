package afterorder.documents.mail;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** A mail's content as HTML: the template {@code mail.jte}, compiled with this module, escapes by context. */
final class HtmlText {
    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);

    private HtmlText() {}

    static String of(MailContent mail) {
        StringOutput html = new StringOutput();
        ENGINE.render("mail.jte", mail, html);
        return html.toString();
    }
}

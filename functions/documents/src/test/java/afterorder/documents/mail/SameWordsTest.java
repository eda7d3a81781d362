package afterorder.documents.mail;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.documents.SampleMails;
import afterorder.documents.SampleOrder;
import afterorder.order.DocumentKind;
import afterorder.order.Language;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who reads a mail as text reads what others read as HTML: the same words in the same order, and every address. */
class SameWordsTest {
    @ParameterizedTest
    @EnumSource
    void stand_in_text_and_html(Language language) {
        List<Mail> mails = everyMail(language);
        assertThat(mails).hasSizeGreaterThan(15);
        for (Mail mail : mails) {
            assertThat(words(readable(mail.html()))).as(mail.subject()).isEqualTo(words(mail.text()));
            assertThat(mail.html())
                    .as("needs no image, and suits a dark screen and a small one")
                    .doesNotContain("<img", "url(")
                    .contains(
                            "name=\"color-scheme\" content=\"light dark\"", "prefers-color-scheme:dark", "max-width:");
        }
    }

    private static List<Mail> everyMail(Language language) {
        SampleOrder order = SampleOrder.example().in(language).withReference("Project \"Elbe\" & <more>");
        SampleOrder apart = SampleOrder.example().in(language).withAddressee(DocumentKind.DELIVERY_NOTE);
        SampleOrder corrected = SampleOrder.example().in(language).replacing("AB-2026-00012");
        SampleOrder abroad = SampleOrder.example()
                .in(language)
                .withServiceContact("Erika \"Eri\" <Muster>")
                .inZone("America/New_York");
        return Stream.concat(
                        Stream.of(order, apart, corrected).flatMap(each -> SampleMails.of(each, language).stream()),
                        Stream.of(order, abroad).flatMap(each -> SampleMails.aboutServices(each, language).stream()))
                .toList();
    }

    /** What a reader sees; of a link also where it leads. The title is the subject of the text. */
    private static String readable(String html) {
        return html.replaceAll("(?s)<head>.*</head>|<h1.*?</h1>", "")
                .replaceAll("(?s)<a href=\"([^\"]*)\"[^>]*>(.*?)</a>", "$2 $1")
                .replaceAll("<[^>]*>", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[^\\p{L}\\p{N}€@]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}

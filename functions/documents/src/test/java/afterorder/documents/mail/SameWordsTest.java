package afterorder.documents.mail;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.documents.SampleEngagement;
import afterorder.documents.SampleOrder;
import afterorder.documents.SamplePurchase;
import afterorder.documents.SampleRecord;
import afterorder.documents.Settings;
import afterorder.order.DocumentKind;
import afterorder.order.Email;
import afterorder.order.Language;
import afterorder.order.billing.Invoice;
import afterorder.order.purchase.ContactAccount;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who reads a mail as text reads what others read as HTML: the same words in the same order, and every address. */
class SameWordsTest {
    private static final URI LINK = URI.create("https://orders.reseller.example/d/abc_DEF-123");

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
        ConfirmationMails confirmations = new ConfirmationMails(Settings.seller(), Settings.catalog());
        PurchasedMails mails = new PurchasedMails(Settings.seller(), Settings.catalog());
        List<Mail> all = new ArrayList<>();
        for (SampleOrder each : List.of(order, apart)) {
            for (Invoice correction : List.of(each.cancellation(1, 2), each.cancellation(2), each.replacement("X")))
                all.add(new CorrectionMails(Settings.seller()).corrected(correction, Forms.pdf(LINK)));
            all.add(confirmations.confirmation(each.confirmation(), LINK));
            for (ContactAccount.Status account : ContactAccount.Status.values()) {
                var registered = new PurchasedMails.Registered(each.order().technicalContact(), account);
                all.addAll(mails.purchased(each.invoice(), each.deliveryNote(), registered, Forms.pdf(LINK), LINK));
                mails.purchasedForContact(each.invoice(), each.deliveryNote(), registered)
                        .ifPresent(all::add);
            }
        }
        NoticeMails notices = new NoticeMails(Settings.readIn(language));
        SampleOrder abroad = SampleOrder.example()
                .in(language)
                .withServiceContact("Erika \"Eri\" <Muster>")
                .inZone("America/New_York");
        Stream.of(new SamplePurchase(order).everyNotice(), new SampleEngagement(order).everyNotice())
                .flatMap(List::stream)
                .forEach(owed -> all.add(
                        notices.of(owed.notice(), owed.row(), order.order(), new NoticeMails.Links(LINK, LINK))));
        new SampleEngagement(abroad)
                .everyNotice()
                .forEach(owed -> all.add(
                        notices.of(owed.notice(), owed.row(), abroad.order(), new NoticeMails.Links(LINK, LINK))));
        all.add(new RecordMails(Settings.seller())
                .record(SampleRecord.example(abroad).record(), new Email("erika@muster.example"), LINK, LINK));
        return all;
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

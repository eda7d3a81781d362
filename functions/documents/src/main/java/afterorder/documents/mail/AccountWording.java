package afterorder.documents.mail;

import afterorder.documents.wording.Wording;
import afterorder.order.LicenseLine;
import afterorder.order.LicenseLine.Deployment;
import afterorder.order.TechnicalContact;
import afterorder.order.purchase.ContactAccount;
import java.util.Collection;
import java.util.StringJoiner;

/** What is said of the technical contact's account at the vendor: which of the two cases it is, and what to do (S38 to S43). */
final class AccountWording {
    private final TechnicalContact contact;
    private final Collection<LicenseLine> lines;
    private final Wording wording;

    AccountWording(TechnicalContact contact, Collection<LicenseLine> lines, Wording wording) {
        this.contact = contact;
        this.lines = lines;
        this.wording = wording;
    }

    static boolean exists(ContactAccount.Status status) {
        return switch (status) {
            case EXISTING, VERIFIED -> true;
            case VERIFICATION_PENDING, UNVERIFIED -> false;
        };
    }

    /** For the customer, about the contact. */
    String toldToCustomer(ContactAccount.Status status) {
        String name = contact.name() + " (" + contact.email() + ")";
        return withPlaces(wording.text(exists(status) ? "account.existing" : "account.pending", name));
    }

    /** For the contact, whose account has the licenses. */
    String whereToFind() {
        return withPlaces(wording.text("contact.existing.to-do", contact.email().address()));
    }

    /** For the contact, who has to verify the account. */
    String howToVerify() {
        return withPlaces(
                wording.text("contact.pending.to-do.1", contact.email().address())
                        + "\n" + wording.text("contact.pending.to-do.2")
                        + "\n" + wording.text("contact.pending.to-do.3"));
    }

    /** Only Data Center licenses have keys. */
    private String withPlaces(String text) {
        StringJoiner places = new StringJoiner("\n", text + "\n", "");
        if (has(Deployment.DATA_CENTER)) places.add(wording.text("account.data-center"));
        if (has(Deployment.CLOUD)) places.add(wording.text("account.cloud"));
        return places.toString();
    }

    private boolean has(Deployment deployment) {
        return lines.stream().anyMatch(line -> line.deployment() == deployment);
    }
}

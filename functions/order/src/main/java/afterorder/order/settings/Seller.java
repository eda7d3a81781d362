package afterorder.order.settings;

import afterorder.order.Address;
import afterorder.order.Email;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * The reseller as its letters show it (Par. 35a GmbHG, Par. 14(4) UStG), and its terms.
 *
 * @param replyTo of a person, who reads the answers to our mails
 * @param zone in which dates are meant: "today", dates of purchase, dates of issue
 * @param purchaseHour when, in that zone, a purchase of a later date begins
 * @param vatPercent for example 19
 * @param paymentDays until an invoice is due
 * @param brand how its letters look
 */
public record Seller(
        String name,
        Address address,
        String seat,
        String registerCourt,
        String registerNumber,
        List<String> directors,
        String vatId,
        String taxNumber,
        Email email,
        Email replyTo,
        String telephone,
        String website,
        BankAccount bankAccount,
        ZoneId zone,
        LocalTime purchaseHour,
        BigDecimal vatPercent,
        int paymentDays,
        NumberPrefixes numbers,
        Brand brand) {

    public record BankAccount(String bank, String iban, String bic) {}

    /** The date that the seller's calendar shows at that moment. */
    public LocalDate dateAt(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    /** When a purchase of that date begins; today, or a date that has passed, means at once. */
    public Instant purchaseTime(LocalDate date, Instant now) {
        if (!date.isAfter(dateAt(now))) return now;
        return date.atTime(purchaseHour).atZone(zone).toInstant();
    }
}

package afterorder.documents;

import afterorder.order.Address;
import afterorder.order.Addressee;
import afterorder.order.ConfirmationWishes;
import afterorder.order.Customer;
import afterorder.order.DocumentKind;
import afterorder.order.Email;
import afterorder.order.Language;
import afterorder.order.LicenseLine;
import afterorder.order.LicenseLine.Deployment;
import afterorder.order.LicenseLine.Transaction;
import afterorder.order.Line;
import afterorder.order.Order;
import afterorder.order.OrderId;
import afterorder.order.ServiceContact;
import afterorder.order.ServiceLine;
import afterorder.order.TechnicalContact;
import afterorder.order.billing.DeliveryNote;
import afterorder.order.billing.Invoice;
import afterorder.order.billing.Period;
import afterorder.order.billing.Totals;
import afterorder.order.confirmation.Confirmation;
import afterorder.order.confirmation.OrderConfirmation;
import afterorder.order.confirmation.OrderConfirmation.PlannedPurchase;
import afterorder.order.confirmation.OrderConfirmation.PlannedPurchase.When;
import afterorder.order.confirmation.OrderConfirmation.PlannedServices;
import afterorder.order.purchase.Entitlement;
import afterorder.order.service.EngagementPlan;
import afterorder.order.settings.Teams;
import afterorder.order.tax.Tax;
import afterorder.order.tax.Treatment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Builds orders for tests, and what is said about them. It begins as the example of the design, without its lines. */
public final class SampleOrder {
    public static final OrderId ID = new OrderId("7K3M9X2Q4T8WZ");
    public static final Currency EUR = Currency.getInstance("EUR");
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private Language language = Language.DE;
    private boolean commissioned = true;
    private String customerName = "Muster GmbH";
    private @Nullable String ownNumber = "4500012345";
    private @Nullable String vatId = "DE136695976";
    private Address address = new Address("Hauptstraße 1", "65189", "Wiesbaden", "DE");
    private @Nullable String buyerReference;
    private @Nullable String reference;
    private @Nullable Language wishedLanguage;
    private @Nullable Tax decidedTax;
    private Optional<Confirmation.Replaced> replaced = Optional.empty();
    private @Nullable Addressee addressee;
    private Set<DocumentKind> applyTo = EnumSet.allOf(DocumentKind.class);
    private @Nullable ZoneId zone;
    private @Nullable ServiceContact serviceContact;
    private boolean servicesCalledOff;
    private final List<Line> lines = new ArrayList<>();

    private SampleOrder() {}

    public static SampleOrder anOrder() {
        return new SampleOrder();
    }

    /** The order that the design shows. */
    public static SampleOrder example() {
        return anOrder().withAddressee().withDataCenter().withCloud().withService("Migration workshop");
    }

    public SampleOrder in(Language other) {
        language = other;
        return this;
    }

    public SampleOrder notCommissioned() {
        commissioned = false;
        return this;
    }

    /** The customer reads the clock there. */
    public SampleOrder inZone(String id) {
        zone = ZoneId.of(id);
        return this;
    }

    public SampleOrder withServiceContact(String name) {
        serviceContact = new ServiceContact(name, new Email("erika@muster.example"), "+49 30 1234567");
        return this;
    }

    /** Before the confirmation. */
    public SampleOrder withoutServices() {
        servicesCalledOff = true;
        return this;
    }

    public SampleOrder of(String customer) {
        customerName = customer;
        return this;
    }

    public SampleOrder withOwnNumber(@Nullable String number) {
        ownNumber = number;
        return this;
    }

    /** Another customer, for whom the tax is another. */
    public SampleOrder seatedIn(String city, String country, @Nullable String theirVatId) {
        address = new Address("Rue du Marché 8", "1204", city, country);
        vatId = theirVatId;
        return this;
    }

    /** As the desk has an order taxed whose VAT ID is not confirmed. */
    public SampleOrder taxed(Treatment treatment) {
        decidedTax = treatment.tax(new BigDecimal("19"));
        return this;
    }

    public SampleOrder withBuyerReference(String text) {
        buyerReference = text;
        return this;
    }

    public SampleOrder replacing(String number) {
        replaced = Optional.of(new Confirmation.Replaced(number, TODAY.minusDays(3), null));
        return this;
    }

    public SampleOrder withReference(String text) {
        reference = text;
        return this;
    }

    public SampleOrder wishing(Language language) {
        wishedLanguage = language;
        return this;
    }

    public SampleOrder withAddressee(DocumentKind... kinds) {
        addressedTo("Muster Holding AG", "Purchasing", "Erika Muster", new Address("Ring 2", "10115", "Berlin", "DE"));
        if (kinds.length > 0) applyTo = Set.of(kinds);
        return this;
    }

    public SampleOrder addressedTo(String company, String department, String attention, Address address) {
        addressee = new Addressee(company, department, attention, address, new Email("orders@muster.example"));
        return this;
    }

    public SampleOrder withDataCenter() {
        return with(
                license(Transaction.RENEWAL, "jira", Deployment.DATA_CENTER, "42000.00", "SEN-1234567", null, null));
    }

    public SampleOrder withCloud() {
        LocalDate later = LocalDate.of(2026, 12, 15);
        return with(license(
                Transaction.NEW, "confluence", Deployment.CLOUD, "11400.00", null, "muster.atlassian.net", later));
    }

    public SampleOrder withService(String description) {
        return with(
                new ServiceLine("consulting", description, new BigDecimal("2.5"), "day", new BigDecimal("1440.00")));
    }

    /** Of another team. */
    public SampleOrder withDevelopment(String description) {
        return with(new ServiceLine("development", description, new BigDecimal("8"), "hour", new BigDecimal("160.00")));
    }

    public SampleOrder with(Line line) {
        lines.add(line);
        return this;
    }

    public Order order() {
        return new Order(
                EUR,
                language,
                commissioned,
                new Customer("C-10042", customerName, new Email("einkauf@muster.example"), vatId, null, zone, address),
                buyerReference,
                new ConfirmationWishes(ownNumber, reference, wishedLanguage, addressee, applyTo),
                new TechnicalContact("Ada Admin", new Email("ada@muster.example"), true),
                serviceContact,
                List.copyOf(lines));
    }

    public OrderConfirmation confirmation() {
        SortedMap<LocalDate, List<Integer>> byDate = new TreeMap<>();
        licenses().forEach((number, line) -> byDate.computeIfAbsent(
                        line.purchaseOn() == null ? TODAY : line.purchaseOn(), date -> new ArrayList<>())
                .add(number));
        List<PlannedPurchase> purchases = byDate.entrySet().stream()
                .map(day -> new PlannedPurchase(
                        day.getKey(), day.getKey().equals(TODAY) ? When.AT_ONCE : When.ON_ITS_DATE, day.getValue()))
                .toList();
        return new OrderConfirmation(ID, "AB-2026-00017", TODAY, order(), purchases, services(), replaced);
    }

    private List<PlannedServices> services() {
        Teams teams = Settings.teams();
        return EngagementPlan.of(order(), teams).stream()
                .map(plan -> new PlannedServices(teams.team(plan.team()).name(), plan.lines(), servicesCalledOff))
                .toList();
    }

    public Invoice invoice() {
        SortedMap<Integer, LicenseLine> licenses = licenses();
        Tax tax = decidedTax == null ? Tax.of(order().customer(), new BigDecimal("19")) : decidedTax;
        Totals totals = Totals.of(licenses.values(), tax, EUR);
        return new Invoice(
                ID,
                "R-2026-00017",
                TODAY,
                Optional.of(TODAY.plusDays(14)),
                TODAY,
                "L-2026-00017",
                order(),
                licenses,
                periods(),
                totals,
                Optional.empty());
    }

    /** What takes the invoice back, days later. */
    public Invoice cancellation(Integer... lines) {
        return invoice()
                .cancelledBy("S-2026-00003", TODAY.plusDays(2), List.of(lines), "The customer's address was wrong.");
    }

    /** What stands in place of the invoice when that is taken back. */
    public Invoice replacement(String customerName) {
        Customer wrong = order().customer();
        Customer right =
                new Customer(wrong.number(), customerName, wrong.email(), wrong.vatId(), null, null, wrong.address());
        LocalDate issuedOn = TODAY.plusDays(2);
        Invoice original = invoice();
        Tax tax = original.totals().tax();
        return original.replacedBy(
                "R-2026-00019", issuedOn, issuedOn.plusDays(14), right, tax, "The customer's name was wrong.");
    }

    /** Each license with what the vendor would have sold for it; the key of a line is {@link #key}. */
    public DeliveryNote deliveryNote() {
        return new DeliveryNote(ID, "L-2026-00017", TODAY, TODAY, "R-2026-00017", order(), sold());
    }

    private List<Entitlement> sold() {
        List<Entitlement> sold = new ArrayList<>();
        licenses().forEach((number, line) -> sold.add(entitlement(number, line)));
        return sold;
    }

    private SortedMap<Integer, Period> periods() {
        return Period.byLine(sold());
    }

    /** A key as long as the vendor's, another for each line. */
    public static String key(int line) {
        StringBuilder key = new StringBuilder("AAAB" + line + "w0ODAoPeNp9k");
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=";
        long state = 31L * line + 7;
        while (key.length() < 900) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            key.append(letters.charAt((int) Long.remainderUnsigned(state >>> 33, letters.length())));
        }
        return key.toString();
    }

    private Entitlement entitlement(int number, LicenseLine line) {
        LocalDate end = TODAY.plusMonths(line.months()).minusDays(1);
        return switch (line.deployment()) {
            case DATA_CENTER -> entitlement(number, line, "SEN-" + (1000000 + number), key(number), null, null, end);
            case CLOUD -> entitlement(number, line, null, null, "E-ABC-DEF-GHI", line.site(), end);
        };
    }

    private static Entitlement entitlement(
            int number, LicenseLine line, String sen, String key, String entitlement, String site, LocalDate end) {
        return new Entitlement(
                number, line.product(), line.deployment(), line.users(), sen, key, entitlement, site, TODAY, end);
    }

    private SortedMap<Integer, LicenseLine> licenses() {
        SortedMap<Integer, LicenseLine> licenses = new TreeMap<>();
        for (int number = 1; number <= lines.size(); number++) {
            if (lines.get(number - 1) instanceof LicenseLine license) licenses.put(number, license);
        }
        return licenses;
    }

    private static LicenseLine license(
            Transaction transaction,
            String product,
            Deployment deployment,
            String price,
            @Nullable String sen,
            @Nullable String site,
            @Nullable LocalDate on) {
        int users = deployment == Deployment.CLOUD ? 200 : 500;
        BigDecimal unitPrice = new BigDecimal(price);
        return new LicenseLine(transaction, product, deployment, users, 12, 1, unitPrice, sen, null, null, site, on);
    }
}

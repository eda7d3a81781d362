package afterorder.invoicing;

import afterorder.aws.Clients;
import afterorder.aws.EntitlementStore;
import afterorder.aws.Environment;
import afterorder.aws.LinkMaker;
import afterorder.aws.Mailer;
import afterorder.aws.Numbers;
import afterorder.aws.ObjectStore;
import afterorder.aws.Orders;
import afterorder.aws.Rows;
import afterorder.documents.PdfDocuments;
import afterorder.order.settings.Settings;
import afterorder.order.tax.VatIdCheck;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What both functions of invoicing are made of. */
final class Parts {
    private final Settings settings;
    private final PdfDocuments pdfs;
    private final Rows rows;
    private final Orders orders;
    private final EntitlementStore entitlements;
    private final TaxDecision taxes;
    private final Numbers numbers;
    private final Papers papers;
    private final OrderMails sender;

    Parts(Environment environment, Clients clients, Settings settings) {
        DynamoDbClient dynamoDb = clients.dynamoDb();
        String table = environment.get("TABLE");
        ObjectStore documents = ObjectStore.ofDocuments(clients.s3(), environment);
        VatIdCheck register = new Evatr(URI.create(environment.get("VAT_ID_CHECK_URL")), Evatr.PATIENCE);
        this.settings = settings;
        this.pdfs = new PdfDocuments(settings.seller(), settings.catalog());
        this.rows = new Rows(dynamoDb, table);
        this.orders = new Orders(dynamoDb, table, documents);
        this.entitlements = new EntitlementStore(new ObjectStore(clients.s3(), environment.get("KEYS_BUCKET")));
        this.taxes = new TaxDecision(rows, register, settings.seller());
        this.numbers = new Numbers(dynamoDb, table, settings.seller().numbers());
        LinkMaker links = new LinkMaker(
                rows, environment.get("PUBLIC_BASE_URL"), Duration.ofDays(environment.number("LINK_DAYS")));
        this.papers = new Papers(pdfs, documents, links, settings.seller().zone());
        this.sender = new OrderMails(settings.seller(), new Mailer(clients.ses(), environment));
    }

    PurchaseBilling billing() {
        return new PurchaseBilling(settings, taxes, rows, orders, numbers, entitlements, papers, sender);
    }

    Correcting correcting() {
        IssuedInvoices invoices = new IssuedInvoices(rows, entitlements, settings.seller());
        return new Correcting(settings.seller(), rows, orders, invoices, taxes, numbers, papers, sender);
    }

    /** Makes a document that nobody gets. */
    void prime() {
        pdfs.prime();
    }
}

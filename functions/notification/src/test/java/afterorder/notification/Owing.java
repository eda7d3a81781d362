package afterorder.notification;

import afterorder.aws.Clients;
import afterorder.aws.Environment;
import afterorder.aws.Notices;
import afterorder.aws.ObjectStore;
import afterorder.aws.Orders;
import afterorder.aws.Rows;
import afterorder.localcloud.mail.Mail;
import afterorder.order.Commissioning;
import afterorder.order.Email;
import afterorder.order.Json;
import afterorder.order.confirmation.OrderRow;
import afterorder.order.notice.Notice;
import afterorder.order.notice.ServiceNotice;
import afterorder.order.purchase.Account;
import afterorder.order.purchase.Buying;
import afterorder.order.purchase.Comparison;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.purchase.VendorOrder.ReadBack;
import afterorder.order.row.Overdue;
import afterorder.order.row.Progress;
import afterorder.order.row.RowKey;
import afterorder.order.row.WorkedRow;
import afterorder.order.service.Answering;
import afterorder.order.service.CalendarDay;
import afterorder.order.service.Change;
import afterorder.order.service.Contact;
import afterorder.order.service.Contacting;
import afterorder.order.service.EngagementPlan;
import afterorder.order.service.EngagementRow;
import afterorder.order.service.Person;
import afterorder.order.service.Proposing;
import afterorder.order.service.Side;
import afterorder.order.service.Slot;
import afterorder.order.settings.Settings;
import afterorder.order.settings.Team;
import afterorder.services.Deployed;
import afterorder.services.Faults;
import afterorder.services.InvocationContext;
import afterorder.services.LambdaEvent;
import afterorder.services.LocalServices;
import afterorder.services.SampleOrder;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A table of orders whose purchases owe mails, and due-work, which hands them over. */
final class Owing {
    private static final Instant NOW = SampleOrder.PLACED;

    final LocalServices services;
    private final String table;
    private final Orders orders;
    private final Notification undisturbed;
    private final Deployed troubled;
    private final Notification disturbed;
    final DynamoDbClient dynamoDb;
    final Rows rows;

    Owing(LocalServices services) {
        this.services = services;
        this.table = services.newTable();
        Clients clients = new Clients(services.endpoint(), services.region(), services.credentials());
        Deployed deployed = deployed();
        this.dynamoDb = clients.dynamoDb();
        this.rows = new Rows(dynamoDb, table);
        this.orders = new Orders(dynamoDb, table, new ObjectStore(clients.s3(), deployed.variable("DOCUMENTS_BUCKET")));
        this.undisturbed = function(deployed);
        this.troubled = deployed();
        this.disturbed = function(troubled);
    }

    Deployed deployed() {
        return services.function("NotificationFunction").on(table);
    }

    String table() {
        return table;
    }

    /** An order with a purchase that has begun. */
    SampleOrder order() {
        SampleOrder order = SampleOrder.of("licenses");
        orders.create(order.row(), order.order(), SampleOrder.RETENTION);
        PurchaseRow begun = PurchaseRow.scheduled(
                        order.id(),
                        order.row().plans().getFirst(),
                        order.order().technicalContact(),
                        Settings.bundled().seller(),
                        NOW)
                .begun(NOW);
        rows.save(begun.withProgress(begun.progress().awaitingNothing()));
        return order;
    }

    /** An order whose purchase owes these notices, and due-work has handed it over. */
    SampleOrder owing(Notice... notices) {
        SampleOrder order = order();
        Progress progress = purchase(order).progress();
        for (Notice notice : notices) progress = progress.owing(notice, NOW);
        rows.save(purchase(order).withProgress(progress));
        handsOver(order);
        return order;
    }

    /** An order whose first engagement is commissioned, and dates are proposed at once: both sides are to be told. */
    EngagementRow engagement(SampleOrder order, Team team) {
        orders.create(order.row(), order.order(), SampleOrder.RETENTION);
        EngagementPlan plan = order.row().engagements().getFirst();
        Commissioning commissioning = new Commissioning("Erika Muster", LocalDate.of(2026, 11, 23), null, NOW);
        EngagementRow row = EngagementRow.planned(order.id(), plan, Optional.of(commissioning), team, NOW);
        Email member = team.members().getFirst().email();
        EngagementRow contacted =
                changed(Contacting.contacted(row, team, member, NOW, Contact.Channel.PHONE, null, NOW));
        Instant from = Instant.parse("2026-12-03T09:00:00Z");
        Slot slot = new Slot(from, from.plus(Duration.ofHours(2)), "Berlin", null);
        return (EngagementRow) rows.save(
                changed(Proposing.proposed(contacted, team, Side.TEAM, List.of(slot), null, CalendarDay::free, NOW)));
    }

    /** An engagement whose customer accepted a date: nothing but the invitations is owed, and due-work has handed it over. */
    RowKey invited(SampleOrder order, Team team) {
        EngagementRow row = engagement(order, team);
        Person customer = new Person("Erika Muster", order.order().customer().email());
        EngagementRow agreed =
                changed(Answering.accepted(row, team, Side.CUSTOMER, 1, 1, customer, CalendarDay::free, NOW));
        Progress owing = agreed.progress();
        while (!(owing.outbox().first() instanceof ServiceNotice.CustomerInvited)) owing = owing.notified();
        EngagementRow invited = rows.save(agreed.withProgress(owing));
        if (invited.overdue(NOW) instanceof Overdue.Notify<EngagementRow>(EngagementRow next)) rows.save(next);
        return row.key();
    }

    private static EngagementRow changed(Change change) {
        return ((Change.Changed) change).row();
    }

    /** Its confirmation is out. @return the id of that mail */
    String isConfirmed(SampleOrder order) {
        String first = "0107-first-of-" + order.id() + "@eu-central-1.amazonses.com";
        OrderRow row = rows.order(order.id()).orElseThrow();
        rows.save(
                row.sending("AB-" + order.id(), LocalDate.of(2026, 11, 23), NOW).sent(first, NOW));
        return first;
    }

    /** The vendor sold four days ago; the technical contact has not verified the account. */
    void isSoldUnverified(SampleOrder order) {
        Instant sold = NOW.minus(Duration.ofDays(4));
        PurchaseRow asking = Buying.asking(purchase(order), sold);
        PurchaseRow read = Buying.read(asking, new ReadBack(Account.NONE, List.of("1.json"), null), sold);
        PurchaseRow completed = Buying.completed(read, new Comparison(List.of(), asking.lines()), sold);
        rows.save(completed.withProgress(completed.progress().awaitingNothing()));
    }

    /** As due-work does, but for the message. */
    void handsOver(SampleOrder order) {
        if (!(purchase(order).overdue(NOW) instanceof Overdue.Notify<PurchaseRow>(PurchaseRow row))) {
            throw new AssertionError("nothing is to be handed over");
        }
        rows.save(row);
    }

    /** What due-work does about this row, and the delivery that comes of it. */
    void looksAtOverdue(RowKey key, Instant now) {
        switch (row(key).overdue(now)) {
            case Overdue.Watch<?>(WorkedRow row) -> rows.save(row);
            case Overdue.Notify<?>(WorkedRow row) -> {
                WorkedRow saved = rows.save(row);
                deliver(key, saved.progress().outbox().round(), now, undisturbed, new InvocationContext());
            }
            default -> {}
        }
    }

    SQSBatchResponse deliver(SampleOrder order) {
        return deliver(order, undisturbed, new InvocationContext());
    }

    /** To an environment of its own. */
    InvocationContext deliver(SampleOrder order, Deployed to) {
        InvocationContext context = new InvocationContext();
        deliver(order, function(to), context);
        return context;
    }

    /** To an environment that this call goes wrong for. */
    void deliverDisturbed(SampleOrder order, Faults.Kind kind, int call) {
        troubled.disturbed(kind, call);
        deliver(order, disturbed, new InvocationContext());
    }

    void deliverDisturbed(RowKey key, Faults.Kind kind, int call) {
        troubled.disturbed(kind, call);
        deliver(key, disturbed);
    }

    /** To an environment of its own. @return what it called */
    List<String> operationsOf(RowKey key) {
        Deployed undisturbed = deployed();
        deliver(key, function(undisturbed));
        return undisturbed.operations();
    }

    private void deliver(RowKey key, Notification function) {
        deliver(key, row(key).progress().outbox().round(), NOW, function, new InvocationContext());
    }

    SQSBatchResponse deliver(SampleOrder order, int round) {
        return deliver(key(order), round, NOW, undisturbed, new InvocationContext());
    }

    private SQSBatchResponse deliver(SampleOrder order, Notification function, InvocationContext context) {
        int round = purchase(order).progress().outbox().round();
        return deliver(key(order), round, NOW, function, context);
    }

    private static SQSBatchResponse deliver(
            RowKey key, int round, Instant sent, Notification function, InvocationContext context) {
        SQSEvent event = LambdaEvent.of("notification")
                .with("/Records/0/body", json(new Notices.Message(key.orderId(), key.part(), round)))
                .with("/Records/0/attributes/SentTimestamp", Long.toString(sent.toEpochMilli()))
                .as(SQSEvent.class);
        return function.handleRequest(event, context);
    }

    static RowKey key(SampleOrder order) {
        return RowKey.purchase(order.id(), 1);
    }

    WorkedRow row(RowKey key) {
        return rows.worked(key).orElseThrow();
    }

    PurchaseRow purchase(SampleOrder order) {
        return rows.purchase(order.id(), 1).orElseThrow();
    }

    boolean owesNothing(SampleOrder order) {
        return purchase(order).progress().outbox().isEmpty();
    }

    List<Mail> mailsToCustomer(SampleOrder order) {
        return services.mailsTo(order.customer());
    }

    /** To an address that all orders of all tests share. */
    List<Mail> mailsTo(String shared, SampleOrder order) {
        return services.mailsTo(shared).stream()
                .filter(mail -> mail.subject().contains(order.id().value()))
                .toList();
    }

    Notification function(Deployed deployed) {
        return new Notification(
                new Environment(deployed.variables()),
                new Clients(deployed.endpoint(), deployed.region(), deployed.credentials()),
                Settings.bundled());
    }

    private static String json(Notices.Message message) {
        try {
            return Json.MAPPER.writeValueAsString(message);
        } catch (JsonProcessingException impossible) {
            throw new AssertionError("a message of texts and a number", impossible);
        }
    }
}

package afterorder.desk;

import afterorder.documents.page.PageTexts;
import afterorder.documents.wording.LineWording;
import afterorder.order.LicenseLine;
import afterorder.order.LicenseLine.Deployment;
import afterorder.order.purchase.Account;
import afterorder.order.purchase.DeskSteps;
import afterorder.order.purchase.DeskTask;
import afterorder.order.purchase.EnteredLicenses;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.purchase.VendorOrderClaim;
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Makes the form of what is still to be entered, with what was wrong of what was sent; never with a key. */
final class FormWriter {
    private static final int MOST_SENS = 500;

    private final PageTexts texts;
    private final LineWording wording;

    FormWriter(PageTexts texts, LineWording wording) {
        this.texts = texts;
        this.wording = wording;
    }

    PageContent.@Nullable Form form(
            PurchaseRow row, Map<Integer, LicenseLine> lines, EnteredLicenses entered, TaskPage.Feedback feedback) {
        boolean asksOrder = DeskSteps.isOpen(row);
        if (!asksOrder && !DeskSteps.awaitsAccount(row)) return null;
        DeskTask task = Objects.requireNonNull(row.vendor().desk());
        List<PageContent.KeyRow> rows = asksOrder ? rows(lines, entered, feedback) : List.of();
        List<String> sens = asksOrder
                ? lines.keySet().stream()
                        .flatMap(line -> entered.sensOf(line).stream())
                        .limit(MOST_SENS)
                        .toList()
                : List.of();
        return new PageContent.Form(
                asksOrder,
                Optional.ofNullable(task.vendorOrder()).orElse(""),
                orderError(feedback),
                accounts(task),
                rows,
                sens,
                Math.max(0, DeskSteps.keysNeeded(lines) - entered.count() - rows.size()));
    }

    private String orderError(TaskPage.Feedback feedback) {
        if (feedback.claim().isPresent()) {
            VendorOrderClaim claim = feedback.claim().get();
            return texts.text("error.vendor-order.taken", claim.orderId(), claim.purchase());
        }
        boolean isWrong = feedback.violations().stream()
                .anyMatch(violation -> violation.pointer().equals("/vendorOrder"));
        return isWrong ? texts.text("error.vendor-order") : "";
    }

    private List<PageContent.Choice> accounts(DeskTask task) {
        List<PageContent.Choice> choices = new ArrayList<>();
        for (Account account : Account.values()) {
            choices.add(new PageContent.Choice(
                    account.code(), texts.text("account." + account.code()), account == task.account()));
        }
        return choices;
    }

    private List<PageContent.KeyRow> rows(
            Map<Integer, LicenseLine> lines, EnteredLicenses entered, TaskPage.Feedback feedback) {
        Queue<TaskForm.Row> refused = new LinkedList<>(feedback.refused());
        List<PageContent.KeyRow> rows = new ArrayList<>();
        lines.forEach((number, line) -> {
            if (line.deployment() != Deployment.DATA_CENTER) return;
            int missing = line.quantity() - entered.sensOf(number).size();
            for (int each = 0; each < missing && rows.size() < EnteredLicenses.MOST_AT_ONCE; each++) {
                rows.add(row(rows.size(), number, line, takenFrom(refused, number)));
            }
        });
        return rows;
    }

    private static Optional<TaskForm.Row> takenFrom(Queue<TaskForm.Row> refused, int line) {
        Optional<TaskForm.Row> first =
                refused.stream().filter(row -> row.line().equals("" + line)).findFirst();
        first.ifPresent(refused::remove);
        return first;
    }

    private PageContent.KeyRow row(int index, int number, LicenseLine line, Optional<TaskForm.Row> refused) {
        String given = line.transaction() == LicenseLine.Transaction.NEW || line.sen() == null ? "" : line.sen();
        boolean isSenWrong = refused.filter(row -> row.errors().contains("sen")).isPresent();
        boolean isKeyWrong = refused.filter(row -> row.errors().contains("key")).isPresent();
        List<String> errors = new ArrayList<>();
        if (isSenWrong) errors.add(texts.text("error.sen"));
        if (isKeyWrong) errors.add(texts.text("error.key"));
        if (refused.isPresent() && !isKeyWrong) errors.add(texts.text("error.again"));
        // A key that got into the field of the SEN is not shown again.
        String sen = refused.map(TaskForm.Row::sen)
                .filter(text -> text.matches("SEN-[A-Z0-9]{1,20}"))
                .orElse(given);
        return new PageContent.KeyRow(
                index,
                number,
                texts.text("row.label", number, wording.title(line)),
                given,
                sen,
                isSenWrong,
                isKeyWrong,
                String.join(" ", errors));
    }
}

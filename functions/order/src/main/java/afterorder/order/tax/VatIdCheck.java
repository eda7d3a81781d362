package afterorder.order.tax;

/** The port to a register that confirms VAT IDs of other states of the EU. */
public interface VatIdCheck {

    /** Asks the register; asked twice, it answers twice, and nothing changes there. */
    VatIdAnswer ask(VatIdQuestion question);
}

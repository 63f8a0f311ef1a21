using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;
using Modellstadt.Payments.Statements;

namespace Modellstadt.Payments;

/// <summary>What this module says.</summary>
internal abstract class PaymentsTexts : ITexts<PaymentsTexts>
{
    private static readonly PaymentsTexts German = new GermanPaymentsTexts();
    private static readonly PaymentsTexts English = new EnglishPaymentsTexts();

    public static PaymentsTexts For(Language language) => language is Language.German ? German : English;

    public abstract RefusalText NoSuchReceivable { get; }
    public abstract RefusalText CreditAboveFee { get; }
    public abstract RefusalText NoSuchMovement { get; }
    public abstract RefusalText MovementAssigned { get; }
    public abstract RefusalText ReferenceUnknown { get; }
    public abstract RefusalText MoreThanReceived { get; }
    public abstract RefusalText FileMissing { get; }
    public abstract RefusalText WriteOffNeedsReason { get; }
    public abstract RefusalText HoldNeedsReason { get; }
    public abstract RefusalText NothingOpen { get; }
    public abstract RefusalText SenderUnknown { get; }
    public abstract RefusalText NothingToRefund { get; }
    public abstract RefusalText NoSuchRefundFile { get; }
    public abstract RefusalText SecondClerkNeeded { get; }
    public abstract RefusalText RefundFileDecided { get; }
    public abstract RefusalText RefundFileNotReleased { get; }
    public abstract RefusalText IbanUnreadable { get; }
    public abstract RefusalText HolderMissing { get; }
    public abstract RefusalText NoSuchStatement { get; }
    public abstract RefusalText AmountUnreadable { get; }
    public abstract RefusalText StatementUnreadable(CamtFault fault, string place);
    public abstract RefusalText StatementDoesNotAddUp(long openingCents, long movedCents, long closingCents);
    public abstract RefusalText StatementOfForeignAccount(string iban);
    public abstract RefusalText StatementNameTaken(string name);
    public abstract RefusalText StatementBeforeMissing(long heldCents, long openingCents);

    public abstract string StateOf(ReceivableState state);

    /// <summary>An amount with its currency, as people of this language write it.</summary>
    public string Money(long cents) => (cents / 100m).ToString("N2", Culture) + " €";

    /// <summary>A day as people of this language write it.</summary>
    public string Date(DateOnly day) => day.ToString("d", Culture);

    /// <summary>Days and amounts.</summary>
    protected abstract System.Globalization.CultureInfo Culture { get; }
}

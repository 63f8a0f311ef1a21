namespace Modellstadt.Payments;

/// <summary>What somebody is to owe the town.</summary>
/// <param name="Key">The caller's key of the notice, for example <c>fee-notice/…</c>: opening it again with the same facts changes nothing.</param>
/// <param name="Reference">The notice's reference (Kassenzeichen): 1 to 21 letters and digits besides other signs, unique in the town.</param>
/// <param name="DebtorName">Who owes.</param>
/// <param name="AmountCents">Euro cents, above zero.</param>
/// <param name="Purpose">For what, in a few words.</param>
/// <param name="DueOn">Last day for the payment.</param>
/// <param name="Payee">The town's account; null when it is not known: then nothing can be paid by bank yet.</param>
public sealed record ReceivableDraft(string Key, string Reference, string DebtorName, long AmountCents, string Purpose, DateOnly DueOn, ReceivablePayee? Payee);

/// <summary>The town's account that a fee goes to.</summary>
/// <param name="Name">Name of the account holder.</param>
/// <param name="Iban">IBAN without blanks.</param>
/// <param name="Demo">True when the account is made up.</param>
public sealed record ReceivablePayee(string Name, string Iban, bool Demo);

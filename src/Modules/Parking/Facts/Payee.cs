namespace Modellstadt.Parking.Facts;

/// <summary>Who gets the fee.</summary>
/// <param name="Name">Name of the account holder.</param>
/// <param name="Iban">IBAN without blanks.</param>
/// <param name="Demo">True when the account is made up.</param>
internal sealed record Payee(string Name, string Iban, bool Demo);

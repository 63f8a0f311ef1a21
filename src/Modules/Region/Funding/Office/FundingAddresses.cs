namespace Modellstadt.Region.Funding.Office;

/// <summary>Where the pages of the funding ledger are.</summary>
internal static class FundingAddresses
{
    /// <summary>All notices.</summary>
    public const string List = "/office/funding";

    /// <summary>The form for a notice.</summary>
    public const string Enter = List + "/new";

    /// <summary>The check for double funding.</summary>
    public const string Double = List + "/double-funding";

    /// <summary>A notice.</summary>
    public static string Notice(Guid id) => $"{List}/{id:D}";

    /// <summary>The form for a change notice, and where it leads.</summary>
    public static string Change(Guid id) => $"{List}/{id:D}/change";

    /// <summary>Where the form of a payment or a day leads.</summary>
    public static string Payments(Guid id) => $"{List}/{id:D}/payments";

    /// <summary>Where an entry is reversed.</summary>
    public static string Reversal(Guid id, long entry) => $"{List}/{id:D}/entries/{entry}/reversal";

    /// <summary>The proof of use.</summary>
    /// <param name="id">The notice.</param>
    /// <param name="kind"><c>xlsx</c> or <c>pdf</c>.</param>
    public static string Proof(Guid id, string kind) => $"{List}/{id:D}/proof.{kind}";
}

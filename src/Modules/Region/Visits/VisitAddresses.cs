using Modellstadt.Region.Showroom.BigScreen;

namespace Modellstadt.Region.Visits;

/// <summary>Where visits live.</summary>
internal static class VisitAddresses
{
    /// <summary>The page of the office.</summary>
    public const string Office = "/office/region/visits";

    /// <summary>Where guests begin: short, as it is typed from a screen.</summary>
    public const string Door = "/guest";

    /// <summary>What the QR code leads to.</summary>
    /// <param name="code">As it is shown or stored.</param>
    public static string DoorOf(string code) => $"{Door}/{code}";

    /// <summary>A guest's page.</summary>
    public static string Guest(Guid guest) => $"{Door}/at/{guest}";

    /// <summary>Where the guest asks for the card of this step.</summary>
    public static string Card(Guid guest) => $"{Guest(guest)}/card";

    /// <summary>Where the guest applies.</summary>
    public static string Application(Guid guest) => $"{Guest(guest)}/application";

    /// <summary>Where the wallet sends the browser back.</summary>
    public static string Answer(Guid guest) => $"{Guest(guest)}/answer";

    /// <summary>What the guest's page asks until something is new.</summary>
    public static string Progress(Guid guest, GuestStep seen) => $"{Guest(guest)}/progress?seen={seen}";

    /// <summary>The big screen of a visit.</summary>
    public static string Screen(string secret) => $"{ScreenPage.Address}/visits/{secret}";

    /// <summary>What the screen asks until something is new.</summary>
    public static string Following(string secret, string seen) => $"{Screen(secret)}/news?seen={seen}";

    /// <summary>Where the office ends a visit.</summary>
    public static string Ending(Guid visit) => $"{Office}/{visit}/ending";
}

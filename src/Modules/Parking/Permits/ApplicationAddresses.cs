namespace Modellstadt.Parking.Permits;

/// <summary>Where an application lives.</summary>
internal static class ApplicationAddresses
{
    public static string Page(Guid application) => $"/permit/applications/{application}";

    /// <summary>Where the browser comes back with the wallet's answer.</summary>
    public static string Answer(Guid application) => $"{Page(application)}/answer";

    public static string Confirmation(Guid application) => $"{Page(application)}/confirmation";

    public static string Offer(Guid application) => $"{Page(application)}/offer";

    public static string FeeNotice(Guid application) => $"{Page(application)}/fee-notice";

    /// <summary>The address that a page asks whether something new has come; says what it shows already.</summary>
    public static string Polling(Guid application, ApplicationFace shown) => $"{Page(application)}/state?shown={shown}";
}

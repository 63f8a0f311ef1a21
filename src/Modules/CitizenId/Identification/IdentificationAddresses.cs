namespace Modellstadt.CitizenId;

/// <summary>Where a request lives.</summary>
internal static class IdentificationAddresses
{
    public static string Page(Guid request) => $"/citizen-id/requests/{request}";

    /// <summary>Where the browser comes back with the wallet's answer.</summary>
    public static string Answer(Guid request) => $"{Page(request)}/answer";

    /// <summary>The address that a page asks whether something new has come; says what it shows already.</summary>
    public static string Polling(Guid request, IdentificationFace shown) => $"{Page(request)}/state?shown={shown}";
}

// OpenID4VCI 1.0 §11.1 (notification request), §11.3 (errors).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.OpenId4Vc.Issuance;

/// <summary>What became of credentials in a wallet.</summary>
public enum IssuanceEvent
{
    /// <summary>They are stored (`credential_accepted`).</summary>
    Accepted,

    /// <summary>The wallet could not keep them (`credential_failure`).</summary>
    Failure,

    /// <summary>Their holder did not want them (`credential_deleted`).</summary>
    Deleted,
}

/// <summary>A wallet's word on credentials it was sent.</summary>
/// <param name="NotificationId">What the issuer sent with them.</param>
/// <param name="Event">What became of them, of all together.</param>
public sealed record NotificationRequest(string NotificationId, IssuanceEvent Event)
{
    /// <summary>The most bytes of a request body.</summary>
    public const int MaxBytes = 4 * 1024;

    private const int MaxId = 512;
    private const int MaxDescription = 1000;

    private static readonly JsonLimits Limits = new(MaxBytes, MaxDepth: 4, MaxValues: 40);

    private static readonly Dictionary<string, IssuanceEvent> Events = new(StringComparer.Ordinal)
    {
        ["credential_accepted"] = IssuanceEvent.Accepted,
        ["credential_failure"] = IssuanceEvent.Failure,
        ["credential_deleted"] = IssuanceEvent.Deleted,
    };

    /// <summary>Words for the issuer's developers; null when there are none.</summary>
    public string? Description { get; init; }

    /// <summary>The name of an event on the wire.</summary>
    public static string NameOf(IssuanceEvent happened) => Events.Single(entry => entry.Value == happened).Key;

    /// <summary>Reads a request body; every refusal is `invalid_notification_request`.</summary>
    public static Checked<NotificationRequest> Parse(ReadOnlySpan<byte> utf8)
        => StrictJson.ParseObject(utf8, Limits).TryGetValue(out var json, out var error) ? Read(json) : Refuse(error.Detail);

    /// <summary>The request as JSON.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject { ["notification_id"] = NotificationId, ["event"] = NameOf(Event) };
        if (Description is not null)
            json["event_description"] = Description;
        return json;
    }

    private static Checked<NotificationRequest> Read(JsonObject json)
    {
        if (json.Text("notification_id") is not { Length: > 0 and <= MaxId } id)
            return Refuse("notification_id is missing or too long.");
        if (json.Text("event") is not { } name || !Events.TryGetValue(name, out var happened))
            return Refuse("event is none of the three.");
        if (json.ContainsKey("event_description") && (json.Text("event_description") is not { Length: <= MaxDescription } words || !words.All(IsPermitted)))
            return Refuse("event_description is not a short text of the permitted characters.");
        return new NotificationRequest(id, happened) { Description = json.Text("event_description") };
    }

    // §11.1: %x20-21 / %x23-5B / %x5D-7E.
    private static bool IsPermitted(char letter) => letter is >= ' ' and <= '~' and not '"' and not '\\';

    private static ProtocolError Refuse(string detail) => new(IssuanceErrors.InvalidNotificationRequest, "OpenID4VCI 1.0 §11.1, §11.3", detail);
}

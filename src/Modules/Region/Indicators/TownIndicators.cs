// RFC 7515 (JWS) compact serialisation with a JSON object as payload; the type is our own.
using System.Text.Json.Nodes;
using Modellstadt.Kernel.Texts;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Region.Indicators;

/// <summary>What a town says about its own online services.</summary>
/// <param name="Town">Gemeindeschlüssel of the town that speaks, for itself only.</param>
/// <param name="Demo">True when the town is a demonstration: no real town believes it.</param>
/// <param name="Since">From when on cases count.</param>
/// <param name="At">When they were counted; the period ends here.</param>
/// <param name="Services">Its services online.</param>
internal sealed record TownIndicators(string Town, bool Demo, DateTimeOffset Since, DateTimeOffset At, IReadOnlyList<ServiceIndicators> Services)
{
    /// <summary>The <c>typ</c> of the signature.</summary>
    public const string Type = "modellstadt-indicators+jwt";

    /// <summary>How the figures are computed; others cannot be compared with these.</summary>
    private const int Method = 1;

    private const int MostServices = 40;
    private const int LongestName = 120;

    /// <summary>Limits of the whole: 64 KiB, five levels, room for every service.</summary>
    private static readonly JsonLimits Limits = new(64 * 1024, 5, 16 * MostServices);

    /// <summary>Signs them.</summary>
    /// <returns>A compact JWS.</returns>
    public string Sign(SigningKey key) => CompactJws.Sign(
        new JsonObject { ["typ"] = Type, ["kid"] = key.PublicKey.Thumbprint },
        new JsonObject
        {
            ["method"] = Method,
            ["town"] = Town,
            ["demo"] = Demo,
            ["since"] = Since.ToUnixTimeMilliseconds(),
            ["at"] = At.ToUnixTimeMilliseconds(),
            ["services"] = new JsonArray([.. Services.Select(Write)]),
        },
        key);

    /// <summary>Reads what <paramref name="key"/> has signed; null when the signature does not hold, or nobody can mean it so.</summary>
    public static TownIndicators? Read(string signed, VerificationKey key) =>
        CompactJws.Parse(signed, Limits).Then(jws => jws.Verify(key, JwsRules.ForType(Type))).TryGetValue(out var read, out _) ? Of(read.Payload) : null;

    private static JsonObject Write(ServiceIndicators service)
    {
        var written = new JsonObject { ["id"] = service.Id, ["de"] = service.Name.German, ["en"] = service.Name.English };
        foreach (var (name, value) in IndicatorFigure.All.Select(figure => (figure.Name, figure.Of(service))))
        {
            if (value is not null)
                written[name] = value;
        }

        return written;
    }

    private static TownIndicators? Of(JsonObject payload)
    {
        if (payload.Integer("method") != Method || payload.Text("town") is not { Length: 8 } town || payload.Flag("demo") is not { } demo
            || payload.Integer("since") is not { } since || payload.Integer("at") is not (> 0 and < 4_102_444_800_000 and { } at) || since < 0 || since >= at
            || payload["services"] is not JsonArray { Count: <= MostServices } entries)
        {
            return null;
        }

        var services = entries.Select(entry => entry is JsonObject service ? ServiceOf(service) : null).OfType<ServiceIndicators>().ToList();
        return services.Count == entries.Count && services.DistinctBy(service => service.Id).Count() == services.Count
            && services.All(service => IndicatorFigure.All.All(figure => figure.MayBeSaid(service)))
            ? new(town, demo, DateTimeOffset.FromUnixTimeMilliseconds(since), DateTimeOffset.FromUnixTimeMilliseconds(at), services)
            : null;
    }

    private static ServiceIndicators? ServiceOf(JsonObject entry)
    {
        if (entry.Text("id") is not { Length: > 0 and <= 60 } id || !id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '-')
            || NameIn(entry, "de") is not { } german || NameIn(entry, "en") is not { } english
            || IndicatorFigure.All.Any(figure => entry.ContainsKey(figure.Name) && !figure.Holds(entry.Integer(figure.Name))))
        {
            return null;
        }

        int? Small(string name) => (int?)entry.Integer(name);
        return new(
            id, new LocalizedText(german, english), Small("applications"), Small("decisions"), entry.Integer("median_seconds"), entry.Integer("ninetieth_seconds"),
            Small("without_paper_percent"), Small("answers"), Small("satisfaction_tenths"), Small("answered_percent"));
    }

    private static string? NameIn(JsonObject entry, string language) =>
        entry.Text(language) is { Length: > 0 and <= LongestName } name && !name.Any(char.IsControl) ? name : null;
}

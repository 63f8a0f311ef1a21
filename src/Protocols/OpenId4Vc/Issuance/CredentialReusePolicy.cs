// ETSI TS 119 472-3 §4.2.4.2 (credential_reuse_policy in credential_metadata), as ARF Annex 2 Topic 10 demands it (ISSU_37 to ISSU_57);
// OpenID4VCI 1.0 has no member for it and lets wallets ignore it (§12.2.4).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.OpenId4Vc.Issuance;

/// <summary>How often a wallet shows one copy of a credential.</summary>
public enum ReuseMethod
{
    /// <summary>Each copy once (method A, `once_only`).</summary>
    OnceOnly,

    /// <summary>One copy, again and again, for a limited time (method B, `limited_time`).</summary>
    LimitedTime,

    /// <summary>All copies in turn, then all of them again (method C, `rotating-batch`).</summary>
    RotatingBatch,

    /// <summary>Each verifier sees the same copy again, and no other verifier sees it (method D, `per-relying-party`).</summary>
    PerRelyingParty,
}

/// <summary>A method with its numbers.</summary>
/// <param name="Method">Which one.</param>
public sealed record ReuseOption(ReuseMethod Method)
{
    /// <summary>How many copies a wallet asks for; null for one.</summary>
    public int? BatchSize { get; init; }

    /// <summary>With how many unused copies left it asks for more; null where that decides nothing.</summary>
    public int? UnusedLeft { get; init; }

    /// <summary>How long before the end of the copies it asks for new ones; null where that decides nothing.</summary>
    public TimeSpan? LifetimeLeft { get; init; }
}

/// <summary>What an issuer says about showing its copies.</summary>
/// <param name="Options">The methods, the preferred one first; not empty.</param>
public sealed record CredentialReusePolicy(IReadOnlyList<ReuseOption> Options)
{
    private const string PolicyId = "arf_annex_ii";
    private const int MaxOptions = 20;

    private static readonly Dictionary<string, ReuseMethod> Methods = new(StringComparer.Ordinal)
    {
        ["once_only"] = ReuseMethod.OnceOnly,
        ["limited_time"] = ReuseMethod.LimitedTime,
        ["rotating-batch"] = ReuseMethod.RotatingBatch,
        ["per-relying-party"] = ReuseMethod.PerRelyingParty,
    };

    /// <summary>Each copy once; more are asked for when <paramref name="unusedLeft"/> are left, and a week before the end.</summary>
    public static CredentialReusePolicy Once(int batchSize, int unusedLeft) => new(
        [new ReuseOption(ReuseMethod.OnceOnly) { BatchSize = batchSize, UnusedLeft = unusedLeft, LifetimeLeft = TimeSpan.FromDays(7) }]);

    /// <summary>One copy, shown again and again; a new one is asked for a week before its end.</summary>
    public static CredentialReusePolicy Single { get; } = new([new ReuseOption(ReuseMethod.LimitedTime) { LifetimeLeft = TimeSpan.FromDays(7) }]);

    /// <summary>The preferred one of the methods that a wallet knows (ISSU_40); null when it knows none of them.</summary>
    public ReuseOption? For(IReadOnlySet<ReuseMethod> known) => Options.FirstOrDefault(option => known.Contains(option.Method));

    /// <summary>The member of `credential_metadata`.</summary>
    public JsonObject ToJson() => new()
    {
        ["id"] = PolicyId,
        ["options"] = new JsonArray([.. Options.Select(ToJson)]),
    };

    /// <summary>Reads the member of `credential_metadata`; null when it names another family of policies, which wallets may not know.</summary>
    public static Checked<CredentialReusePolicy>? Parse(JsonObject json)
    {
        if (json.Text("id") != PolicyId)
            return null;
        if (json["options"] is not JsonArray { Count: > 0 and <= MaxOptions } entries)
            return Refuse("options is not an array of a few options.");
        var options = new List<ReuseOption>(entries.Count);
        foreach (var entry in entries)
        {
            if (!ReadOption(entry).TryGetValue(out var read, out var error))
                return error;
            options.AddRange(read);
        }

        var named = options.Select(option => option.Method).ToList();
        if (named.Distinct().Count() != named.Count)
            return Refuse("A method stands twice.");
        // ISSU_40: exactly one of the two that every wallet knows.
        return named.Contains(ReuseMethod.OnceOnly) != named.Contains(ReuseMethod.LimitedTime)
            ? new CredentialReusePolicy(options)
            : Refuse("Neither or both of once_only and limited_time are named.");
    }

    private static JsonObject ToJson(ReuseOption option)
    {
        var json = new JsonObject { ["details"] = new JsonArray(Methods.Single(entry => entry.Value == option.Method).Key) };
        if (option.BatchSize is { } size)
            json["batch_size"] = size;
        if (option.UnusedLeft is { } unused)
            json["reissue_trigger_unused"] = unused;
        if (option.LifetimeLeft is { } left)
            json["reissue_trigger_lifetime_left"] = (long)left.TotalSeconds;
        return json;
    }

    private static Checked<List<ReuseOption>> ReadOption(JsonNode? node)
    {
        if (node is not JsonObject json || NameLists.Read(json["details"]) is not { Count: > 0 and <= MaxOptions } details)
            return Refuse("details names no method.");
        if (!IsNumber(json, "batch_size", 1) || !IsNumber(json, "reissue_trigger_unused", 0) || !IsNumber(json, "reissue_trigger_lifetime_left", 1))
            return Refuse("batch_size or a trigger is not a number in its range.");
        if (json.Integer("reissue_trigger_unused") is { } unused && unused >= (json.Integer("batch_size") ?? long.MaxValue))
            return Refuse("reissue_trigger_unused is not below batch_size.");
        // A method that is not known here is for other wallets.
        return details.Where(Methods.ContainsKey).Select(name => new ReuseOption(Methods[name])
        {
            BatchSize = (int?)json.Integer("batch_size"),
            UnusedLeft = (int?)json.Integer("reissue_trigger_unused"),
            LifetimeLeft = json.Integer("reissue_trigger_lifetime_left") is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        }).ToList();
    }

    private static bool IsNumber(JsonObject json, string name, int least)
        => !json.ContainsKey(name) || (json.Integer(name) is { } number && number >= least && number <= int.MaxValue);

    private static ProtocolError Refuse(string detail) => new(ErrorCodes.Malformed, "ETSI TS 119 472-3 §4.2.4.2", detail);
}

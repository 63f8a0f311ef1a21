using System.ComponentModel.DataAnnotations;

namespace Modellstadt.Issuer;

/// <summary>Limits and lifetimes of the issuer. Configuration section <c>Issuer</c>.</summary>
public sealed class IssuerOptions
{
    /// <summary>How long an offer can be fetched. Default: 10 minutes.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan OfferLifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long an access token lives; until then a wallet may fetch its copies again. Default: 10 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:30", "01:00:00")]
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a pushed request waits for the browser (RFC 9126, section 2.2). Default: 90 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:10:00")]
    public TimeSpan PushedRequestLifetime { get; set; } = TimeSpan.FromSeconds(90);

    /// <summary>How long a person may take at the authorization endpoint. Default: 15 minutes.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "01:00:00")]
    public TimeSpan AuthorizationLifetime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long an authorization code lives; FAPI 2.0 allows a minute. Default: 60 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:01:00")]
    public TimeSpan CodeLifetime { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long fresh copies are given for a refresh token; later the person comes again. Default: 180 days.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "365.00:00:00")]
    public TimeSpan RefreshLifetime { get; set; } = TimeSpan.FromDays(180);

    /// <summary>How long a nonce lives. Default: 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:30", "01:00:00")]
    public TimeSpan NonceLifetime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long a key for which wallets encrypt their requests is published; it is read for as long again. Default: 30 days.
    /// </summary>
    [Range(typeof(TimeSpan), "01:00:00", "365.00:00:00")]
    public TimeSpan RequestKeyLifetime { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How long a wallet waits before it asks again for copies that are not ready. Default: 10 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan DeferredInterval { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the keys of a wallet wait for their copies. Default: 30 days.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "365.00:00:00")]
    public TimeSpan DeferredLifetime { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How often one access token may fetch copies; every further batch revokes the one before. Default: 3.</summary>
    [Range(1, 10)]
    public int BatchesPerToken { get; set; } = 3;

    /// <summary>How many wrong transaction codes end an offer. Default: 5.</summary>
    [Range(1, 10)]
    public int TransactionCodeTries { get; set; } = 5;

    /// <summary>Entries of a status list. Default: 1,048,576 (2^20), that is 128 KiB.</summary>
    [Range(1024, 1 << 24)]
    public int StatusListSize { get; set; } = 1 << 20;

    /// <summary>
    /// Bits for each entry of the status lists that begin from now on: 1, 2, 4 or 8. A list of one bit cannot tell suspended from
    /// revoked and shows both as revoked. Default: 2, which costs 2 % more bytes than 1.
    /// </summary>
    [AllowedValues(1, 2, 4, 8)]
    public int StatusListBits { get; set; } = 2;

    /// <summary>The share of a status list that is given out before the next one begins: scattered entries tell less. Default: 0.25.</summary>
    [Range(0.01, 0.9)]
    public double StatusListFill { get; set; } = 0.25;

    /// <summary>How soon a changed status list is published. Default: 5 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:00:15")]
    public TimeSpan PublicationInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a published status list may be kept by others (<c>ttl</c>). Default: 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan StatusListTtl { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>After how long a status list token is no longer accepted (<c>exp</c>); signed anew after a third of it. Default: 15 minutes.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00")]
    public TimeSpan StatusListLifetime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Typed codes that one address may look up each minute: 34 bits must not be guessed. Default: 30.</summary>
    [Range(1, 1_000_000)]
    public int TypedCodesPerMinute { get; set; } = 30;

    /// <summary>Token requests that one address may send each minute. Default: 600.</summary>
    [Range(1, 10_000_000)]
    public int TokensPerMinute { get; set; } = 600;

    /// <summary>Policies by credential configuration id, in place of the type's own: <c>Issuer:Policies:citizen-id</c> = <c>Haip</c>. Default: none.</summary>
    public Dictionary<string, PolicyName> Policies { get; } = [];

    /// <summary>PEM files with the roots of wallet providers whose attestations count besides those the modules bring. Default: none.</summary>
    public IReadOnlyList<string> WalletProviderAnchors { get; set; } = [];
}

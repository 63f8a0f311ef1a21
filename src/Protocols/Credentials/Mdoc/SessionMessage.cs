// ISO/IEC 18013-5 §9.1.1.4 (SessionEstablishment, SessionData and its status).
using Modellstadt.Protocols.Credentials.Cbor;
using Modellstadt.Protocols.Credentials.Cose;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.Credentials.Mdoc;

/// <summary>One message of a <see cref="ProximitySession"/>; the first one of a reader carries its key.</summary>
public sealed record SessionMessage
{
    /// <summary>The status that ends a session.</summary>
    public const int Termination = 20;

    private const string Section = "§9.1.1.4";

    /// <summary>EReaderKeyBytes as sent, in the first message of a reader; it belongs into the session transcript.</summary>
    public CborItem? ReaderKeyBytes { get; private init; }

    /// <summary>The encrypted content, or null.</summary>
    public ReadOnlyMemory<byte>? Encrypted { get; private init; }

    /// <summary>`status`, or null.</summary>
    public int? Status { get; private init; }

    /// <summary>A message with content.</summary>
    /// <param name="encrypted">From <see cref="ProximitySession.Encrypt"/>.</param>
    /// <param name="readerKey">The reader's ephemeral key in its first message; null later and for devices.</param>
    public static SessionMessage With(ReadOnlyMemory<byte> encrypted, JsonWebKey? readerKey = null) => new()
    {
        Encrypted = encrypted,
        ReaderKeyBytes = readerKey is null ? null : CborItem.Embed(CoseKey.From(readerKey)),
    };

    /// <summary>The message that ends a session.</summary>
    public static SessionMessage End() => new() { Status = Termination };

    /// <summary>Reads SessionEstablishment or SessionData.</summary>
    public static Checked<SessionMessage> Parse(ReadOnlyMemory<byte> bytes)
    {
        if (!StrictCbor.Parse(bytes).TryGetValue(out var item, out var error))
            return error;
        var (key, content, status) = (item.Member("eReaderKey"), item.Member("data"), item.Member("status"));
        if ((content is null && status is null) || content is { Bytes: null } || (status is not null && !(status.Integer >= 0 && status.Integer <= byte.MaxValue)))
            return MdocNames.Malformed(Section, "A session message holds data, a status, or both.");
        return key is { Embedded: null }
            ? MdocNames.Malformed(Section, "eReaderKey is not an embedded key.")
            : new SessionMessage { ReaderKeyBytes = key, Encrypted = content?.Bytes, Status = (int?)status?.Integer };
    }

    /// <summary>The reader's key in its first message.</summary>
    public Checked<JsonWebKey> ReadReaderKey() => StrictCbor.ParseEmbedded(ReaderKeyBytes).Then(CoseKey.Parse);

    /// <summary>The message as CBOR.</summary>
    public CborItem ToItem()
    {
        List<CborEntry> entries = [];
        if (ReaderKeyBytes is { } key)
            entries.Add(CborEntry.Of("eReaderKey", key));
        if (Encrypted is { } encrypted)
            entries.Add(CborEntry.Of("data", CborItem.Of(encrypted.Span)));
        if (Status is { } status)
            entries.Add(CborEntry.Of("status", CborItem.Of(status)));
        return CborItem.Map(entries);
    }
}

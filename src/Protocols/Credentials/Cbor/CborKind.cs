// RFC 8949 §3.1 (major types), §3.3 (floats and simple values).
namespace Modellstadt.Protocols.Credentials.Cbor;

/// <summary>What a data item is.</summary>
public enum CborKind
{
    /// <summary>Major types 0 and 1.</summary>
    Integer,

    /// <summary>Major type 2.</summary>
    Bytes,

    /// <summary>Major type 3.</summary>
    Text,

    /// <summary>Major type 4.</summary>
    Array,

    /// <summary>Major type 5.</summary>
    Map,

    /// <summary>Major type 6.</summary>
    Tag,

    /// <summary>Major type 7: false, true, null, undefined and values without a name.</summary>
    Simple,

    /// <summary>Major type 7: a floating-point number.</summary>
    Float,
}

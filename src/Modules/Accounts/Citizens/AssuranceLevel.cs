namespace Modellstadt.Accounts;

/// <summary>How sure the town may be that it is this person: the levels of Art. 8 (2) of Regulation (EU) No 910/2014, weakest first.</summary>
public enum AssuranceLevel
{
    /// <summary>Niedrig: for looking, and for what does no harm in the wrong hands.</summary>
    Low,

    /// <summary>Substanziell: for what changes rights, or tells much about a person.</summary>
    Substantial,

    /// <summary>Hoch: keys in certified hardware. No means of this town reaches it.</summary>
    High,
}

/// <summary>Where the key of a means rests.</summary>
public enum KeyKeeping
{
    /// <summary>A passkey: its maker may copy it to other devices of its owner, and nobody attests where it rests.</summary>
    Passkey,

    /// <summary>A wallet in a browser, or any wallet that proves nothing better.</summary>
    Browser,
}

/// <summary>The level of a means. It is worked out here from what the town knows itself, never read from what a browser or a wallet says.</summary>
public static class AssuranceLevels
{
    /// <summary>The minimum of the proof of identity behind a means and of what its keys can bear: the chain is as strong as its weakest link.</summary>
    public static AssuranceLevel Of(AssuranceLevel proof, KeyKeeping keys) => (AssuranceLevel)Math.Min((int)proof, (int)MostOf(keys));

    private static AssuranceLevel MostOf(KeyKeeping keys) => keys is KeyKeeping.Browser ? AssuranceLevel.Substantial : AssuranceLevel.Low;
}

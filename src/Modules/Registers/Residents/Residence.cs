namespace Modellstadt.Registers;

/// <summary>A home that a person has registered (BMG § 20, § 21).</summary>
/// <param name="Kind">Main or secondary.</param>
/// <param name="Address">Where.</param>
/// <param name="Since">Day of moving in.</param>
/// <param name="Until">Day of moving out; null while the person lives there.</param>
public sealed record Residence(ResidenceKind Kind, Address Address, DateOnly Since, DateOnly? Until)
{
    /// <summary>True when the person is registered there on that day.</summary>
    public bool IsCurrentOn(DateOnly day) => Since <= day && (Until is null || day < Until);
}

/// <summary>Kinds of residence (BMG § 21).</summary>
public enum ResidenceKind
{
    /// <summary>Hauptwohnung: the one predominantly used.</summary>
    Main,

    /// <summary>Nebenwohnung: every other one in Germany.</summary>
    Secondary,
}

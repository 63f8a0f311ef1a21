namespace Modellstadt.Registers;

/// <summary>Invents names as they stand on the doorbells of a town in the Ruhr.</summary>
internal static class DemoNames
{
    /// <summary>Origins: given names of women and of men, family names, and how often in a hundred.</summary>
    private static readonly (int Share, string[] Women, string[] Men, string[] Family)[] Origins =
    [
        (46,
            Words("Anna Lena Marie Sophie Johanna Katharina Julia Sabine Petra Monika Renate Hannelore Käthe Zoë Ann-Kathrin"),
            Words("Jörg Jürgen Björn Günther René Andreas Michael Stefan Thomas Lukas Jonas Felix Maximilian Karl-Heinz Hans-Jürgen Björn-Ole"),
            Words("Müller Schmidt Schneider Weiß Groß Schröder Krüger Köhler König Günther Böhm Jäger Voß Strauß Kuhlmann Overbeck Schulte Hölscher Grünewald Fröhlich Brinkmann Westermann Nölke Rüther Sträter Kißing Öztekin-Höfer Kleinschmidt Bußmann Wiegand Hülsmann")),
        (15,
            Words("Ayşe Gülşen Çağla Işıl Özlem Emine Tuğba Fatma"),
            Words("Şükrü İbrahim Mehmet Hüseyin Yiğit Ümit Oğuz"),
            Words("Çelik Yılmaz Şahin Öztürk Yıldız Kılıç Doğan Güneş Aydın Özdemir Koç Şimşek Çetin Kaya Demirci İnan Akgün")),
        (12,
            Words("Agnieszka Małgorzata Grażyna Zofia Elżbieta Bożena"),
            Words("Łukasz Paweł Michał Stanisław Krzysztof Wojciech"),
            Words("Łukaszewska Kowalski Wiśniewska Wójcik Dąbrowski Zieliński Szymańska Woźniak Kaźmierczak Gałązka Ciesielczyk Żurawski Błaszczyk Mickiewicz")),
        (5,
            Words("Thị Anh Ngọc Phương Thảo Hằng"),
            Words("Minh Đức Hòa Quang Tuấn"),
            Words("Nguyễn Trần Lê Phạm Huỳnh Võ Đặng Bùi Đỗ Ngô")),
        (8,
            Words("Fāṭima Maryam Nūr ʿĀʾiša Zainab"),
            Words("Aḥmad ʿAlī Ḫālid Yūsuf Ḥusain Muṣṭafā Ṭāriq"),
            Words("al-Ḥasan al-Ǧundī Ḥaddād Ḫūrī Ṣāliḥ ʿAbbās Darwīš an-Naǧǧār Saʿīd al-Masrī Ibrāhīm")),
        (6,
            Words("Olena Natalija Iryna Svitlana Oksana"),
            Words("Oleksandr Jurij Mykola Serhij Andrij"),
            Words("Ševčenko Kovalʹčuk Bondarenko Tkačenko Kravčuk Melʹnyk Ščerbak Lysenko Hryhorʹjev Žukovsʹka")),
        (8,
            Words("Giulia Chloë Inês Ana María Åsa Nađa Šejla Ioana Gintarė"),
            Words("Luca André Nuno José Søren Zoltán Dragan Ștefan"),
            Words("D'Angelo Rossi Núñez Gonçalves O'Brien Sørensen Åkerlund Kovács Đorđević Hadžić Ionescu Țurcanu Petrauskaitė Papadopoulos Souza")),
    ];

    private static readonly string[] Particles = ["von", "von der", "van", "van der", "zu", "von dem", "de", "van den", "vom"];

    private static readonly string[] Places = Words("Heide Brüggen Linden Beek Hövel Berge Hülsen Wiesche Straeten Steinfurt Dyck Meer Eyck Recke Burg");

    /// <summary>A name of one origin; some have two given names, a double family name or a particle.</summary>
    public static PersonName Invent(DemoDice dice)
    {
        var (given, family) = Origin(dice);
        var first = dice.Pick(given);
        var second = dice.Pick(given);
        var givenNames = dice.Percent(35) && second != first ? $"{first} {second}" : first;
        return new PersonName(givenNames, FamilyName(dice, family));
    }

    /// <summary>The same name as a clerk abroad, a form or a machine-readable zone would write it; never letter by letter the same.</summary>
    public static PersonName WriteDifferently(PersonName name, DemoDice dice)
    {
        PersonName[] ways =
        [
            name with { FamilyName = SpelledName.Latin(name.FamilyName) },
            name with { FamilyName = name.FamilyName.Replace('-', ' ') },
            name with { FamilyName = WithoutParticle(name.FamilyName) },
            name with { GivenNames = name.GivenNames.Split(' ')[0] },
            name with { GivenNames = SpelledName.Latin(name.GivenNames) },
        ];
        var different = ways.Where(way => PersonNames.Match(name, way) is NameMatch.Probable).ToArray();
        return different.Length > 0 ? dice.Pick(different) : name with { GivenNames = $"{name.GivenNames} {(name.GivenNames == "Maria" ? "Anna" : "Maria")}" };
    }

    private static string FamilyName(DemoDice dice, string[] family)
    {
        var chance = dice.Below(100);
        if (chance < 6)
            return $"{dice.Pick(Particles)} {dice.Pick(Places)}";

        var name = dice.Pick(family);
        return chance < 16 && !name.Contains('-', StringComparison.Ordinal) ? $"{Origins[0].Family[dice.Below(10)]}-{name}" : name;
    }

    private static string WithoutParticle(string familyName) =>
        Particles.OrderByDescending(particle => particle.Length).FirstOrDefault(particle => familyName.StartsWith(particle + " ", StringComparison.Ordinal)) is { } found
            ? familyName[(found.Length + 1)..]
            : familyName;

    private static (string[] Given, string[] Family) Origin(DemoDice dice)
    {
        var drawn = dice.Below(100);
        foreach (var (share, women, men, family) in Origins)
        {
            if ((drawn -= share) < 0)
                return (dice.Percent(50) ? women : men, family);
        }

        throw new InvalidOperationException("The shares of the origins do not make 100.");
    }

    private static string[] Words(string words) => words.Split(' ');
}

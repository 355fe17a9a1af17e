using Plus.Shared.Documents.Grammar;

namespace Plus.Shared.Tests.Documents;

public sealed class GrammarTests
{
    [Theory]
    // given name, surname, sex: genitive, dative, accusative, locative
    [InlineData("Jānis", "Bērziņš", "M", "Jāņa Bērziņa", "Jānim Bērziņam", "Jāni Bērziņu", "Jānī Bērziņā")]
    [InlineData("Anna", "Kalniņa", "F", "Annas Kalniņas", "Annai Kalniņai", "Annu Kalniņu", "Annā Kalniņā")]
    [InlineData("Ilze", "Eglīte", "F", "Ilzes Eglītes", "Ilzei Eglītei", "Ilzi Eglīti", "Ilzē Eglītē")]
    [InlineData("Valdis", "Briedis", "M", "Valda Brieža", "Valdim Briedim", "Valdi Briedi", "Valdī Briedī")]
    [InlineData("Guntis", "Rudzītis", "M", "Gunta Rudzīša", "Guntim Rudzītim", "Gunti Rudzīti", "Guntī Rudzītī")]
    [InlineData("Pēteris", "Lācis", "M", "Pētera Lāča", "Pēterim Lācim", "Pēteri Lāci", "Pēterī Lācī")]
    [InlineData("Kārlis", "Balodis", "M", "Kārļa Baloža", "Kārlim Balodim", "Kārli Balodi", "Kārlī Balodī")]
    [InlineData("Dainis", "Gulbis", "M", "Daiņa Gulbja", "Dainim Gulbim", "Daini Gulbi", "Dainī Gulbī")]
    [InlineData("Raivis", "Zaķis", "M", "Raivja Zaķa", "Raivim Zaķim", "Raivi Zaķi", "Raivī Zaķī")]
    [InlineData(
        "Vilnis",
        "Dombrovskis",
        "M",
        "Viļņa Dombrovska",
        "Vilnim Dombrovskim",
        "Vilni Dombrovski",
        "Vilnī Dombrovskī"
    )]
    [InlineData("Juris", "Liepa", "M", "Jura Liepas", "Jurim Liepam", "Juri Liepu", "Jurī Liepā")]
    [InlineData("Juris", "Zvaigzne", "M", "Jura Zvaigznes", "Jurim Zvaigznem", "Juri Zvaigzni", "Jurī Zvaigznē")]
    [InlineData("Ņikita", "Ivanovs", "M", "Ņikitas Ivanova", "Ņikitam Ivanovam", "Ņikitu Ivanovu", "Ņikitā Ivanovā")]
    [InlineData("Olga", "Kuzņecova", "F", "Olgas Kuzņecovas", "Olgai Kuzņecovai", "Olgu Kuzņecovu", "Olgā Kuzņecovā")]
    [InlineData("Ingus", "Mazais", "M", "Ingus Mazā", "Ingum Mazajam", "Ingu Mazo", "Ingū Mazajā")]
    [InlineData("Inga", "Lielā", "F", "Ingas Lielās", "Ingai Lielajai", "Ingu Lielo", "Ingā Lielajā")]
    [InlineData("Hugo", "Celmiņš", "M", "Hugo Celmiņa", "Hugo Celmiņam", "Hugo Celmiņu", "Hugo Celmiņā")]
    [InlineData("Ahmed", "Hassan", "M", "Ahmed Hassan", "Ahmed Hassan", "Ahmed Hassan", "Ahmed Hassan")]
    [InlineData(
        "Anna Marija",
        "Ozola-Kalniņa",
        "F",
        "Annas Marijas Ozolas-Kalniņas",
        "Annai Marijai Ozolai-Kalniņai",
        "Annu Mariju Ozolu-Kalniņu",
        "Annā Marijā Ozolā-Kalniņā"
    )]
    [InlineData("Krišjānis", "Sīlis", "M", "Krišjāņa Sīļa", "Krišjānim Sīlim", "Krišjāni Sīli", "Krišjānī Sīlī")]
    [InlineData(
        "Mārtiņš",
        "Strautmanis",
        null,
        "Mārtiņa Strautmaņa",
        "Mārtiņam Strautmanim",
        "Mārtiņu Strautmani",
        "Mārtiņā Strautmanī"
    )]
    public void Name_IsBentByItsEndingAndSex(
        string given,
        string surname,
        string? sex,
        string genitive,
        string dative,
        string accusative,
        string locative
    )
    {
        Assert.Equal($"{given} {surname}", LatvianNames.Full(given, surname, LatvianCase.Nominative, sex));
        Assert.Equal(genitive, LatvianNames.Full(given, surname, LatvianCase.Genitive, sex));
        Assert.Equal(dative, LatvianNames.Full(given, surname, LatvianCase.Dative, sex));
        Assert.Equal(accusative, LatvianNames.Full(given, surname, LatvianCase.Accusative, sex));
        Assert.Equal(locative, LatvianNames.Full(given, surname, LatvianCase.Locative, sex));
    }

    [Theory]
    [InlineData("Rīgas pilsētas tiesa", LatvianCase.Genitive, "Rīgas pilsētas tiesas")]
    [InlineData("Rīgas pilsētas tiesa", LatvianCase.Dative, "Rīgas pilsētas tiesai")]
    [InlineData("Valmieras cietums", LatvianCase.Dative, "Valmieras cietumam")]
    [InlineData("Kurzemes rajona tiesa Ventspilī", LatvianCase.Genitive, "Kurzemes rajona tiesas Ventspilī")]
    [InlineData(
        "Valsts policijas Latgales reģiona pārvalde",
        LatvianCase.Dative,
        "Valsts policijas Latgales reģiona pārvaldei"
    )]
    public void Institution_IsBentInTheWordThatCarriesIt(string name, LatvianCase form, string wanted) =>
        Assert.Equal(wanted, LatvianNames.Institution(name, form));

    [Theory]
    [InlineData(1, LatvianCase.Locative, "2026. gada 1. janvārī")]
    [InlineData(3, LatvianCase.Genitive, "2026. gada 1. marta")]
    [InlineData(4, LatvianCase.Nominative, "2026. gada 1. aprīlis")]
    [InlineData(4, LatvianCase.Locative, "2026. gada 1. aprīlī")]
    [InlineData(4, LatvianCase.Genitive, "2026. gada 1. aprīļa")]
    [InlineData(5, LatvianCase.Dative, "2026. gada 1. maijam")]
    [InlineData(9, LatvianCase.Genitive, "2026. gada 1. septembra")]
    [InlineData(12, LatvianCase.Accusative, "2026. gada 1. decembri")]
    public void Day_InWords_StandsInItsCase(int month, LatvianCase form, string wanted) =>
        Assert.Equal(wanted, LatvianDates.InWords(new DateOnly(2026, month, 1), form));

    [Theory]
    [InlineData(0, true, "nulle")]
    [InlineData(1, true, "viena")]
    [InlineData(2, false, "divi")]
    [InlineData(11, true, "vienpadsmit")]
    [InlineData(13, false, "trīspadsmit")]
    [InlineData(21, true, "divdesmit viena")]
    [InlineData(120, true, "simts divdesmit")]
    [InlineData(280, false, "divi simti astoņdesmit")]
    [InlineData(1001, false, "tūkstotis viens")]
    [InlineData(2345, true, "divi tūkstoši trīs simti četrdesmit piecas")]
    public void Number_InWords_TakesTheGenderOfWhatIsCounted(int number, bool feminine, string wanted) =>
        Assert.Equal(wanted, LatvianNumbers.InWords(number, feminine));

    [Theory]
    [InlineData(60, "1 stunda")]
    [InlineData(120, "2 stundas")]
    [InlineData(600, "10 stundu")]
    [InlineData(21 * 60, "21 stunda")]
    [InlineData(11 * 60, "11 stundu")]
    [InlineData(90, "1 stunda 30 minūšu")]
    public void Hours_AgreeWithTheirNumber(int minutes, string wanted) =>
        Assert.Equal(wanted, LatvianNumbers.Hours(minutes));
}

using System.Globalization;
using Plus.Law.Identity;

namespace Plus.Host.Demo.People;

/// <summary>Personal codes that nobody bears twice, with their check digit.</summary>
internal sealed class PersonalCodes(DemoRandom chance)
{
    private static readonly DateOnly RandomCodesFrom = new(2017, 7, 1);
    private readonly HashSet<long> given = [];

    /// <summary>A dated code for those born before July 2017, else one of the new form. Eleven digits.</summary>
    public string For(DateOnly born) => born < RandomCodesFrom ? Dated(born) : Random();

    /// <summary>A code of the new form: no date in it.</summary>
    public string Random()
    {
        while (true)
        {
            var code = string.Create(
                CultureInfo.InvariantCulture,
                $"3{chance.Between(2, 9)}{chance.Below(1000):000}{chance.Below(1_000_000):000000}"
            );
            if (Take(code))
            {
                return code;
            }
        }
    }

    private string Dated(DateOnly born)
    {
        while (true)
        {
            var century = born.Year >= 2000 ? 2 : 1;
            var start = string.Create(
                CultureInfo.InvariantCulture,
                $"{born:ddMMyy}{century}{chance.Between(1, 999):000}"
            );
            for (var check = 0; check <= 9; check++)
            {
                var code = start + check.ToString(CultureInfo.InvariantCulture);
                if (PersonalCode.Parse(code).Warnings(born).Count == 0 && Take(code))
                {
                    return code;
                }
            }
        }
    }

    private bool Take(string code) => given.Add(long.Parse(code, NumberStyles.None, CultureInfo.InvariantCulture));
}

using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;
using Plus.Shared.Keys.Ring;

namespace Plus.Shared.Keys.Cookies;

/// <summary>Seals the secret part of a data-protection key with the master key before it is stored.</summary>
internal sealed class MasterKeyXmlEncryptor(KeyRing ring) : IXmlEncryptor
{
    public const string Element = "sealedWithMasterKey";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var clear = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        return new EncryptedXmlInfo(
            new XElement(Element, ring.Wrap(clear, "data protection"u8).ToString()),
            typeof(MasterKeyXmlDecryptor)
        );
    }
}

/// <summary>Opens what <see cref="MasterKeyXmlEncryptor"/> sealed; the framework makes it by its name.</summary>
internal sealed class MasterKeyXmlDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var clear = services
            .GetRequiredService<KeyRing>()
            .Unwrap(WrappedKey.Parse(encryptedElement.Value), "data protection"u8);
        return XElement.Parse(Encoding.UTF8.GetString(clear));
    }
}

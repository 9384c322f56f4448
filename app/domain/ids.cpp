// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <domain/ids.h>

#include <QUuid>

namespace huiyin::detail {

Result<QByteArray> parseUuid(QStringView text)
{
    const QUuid uuid = QUuid::fromString(text);
    if (uuid.isNull() || text.size() != 36) {
        return Error{QStringLiteral("id.malformed"), {{QStringLiteral("text"), text.toString()}}};
    }
    return uuid.toRfc4122();
}

QByteArray makeUuid7(Instant now, const QByteArray &random)
{
    Q_ASSERT(random.size() >= 10);
    QByteArray bytes(16, '\0');
    const auto ms = static_cast<quint64>(now.utcMs());
    for (int i = 0; i < 6; ++i) {
        bytes[i] = static_cast<char>(ms >> (40 - 8 * i));
    }
    for (int i = 0; i < 10; ++i) {
        bytes[6 + i] = random[i];
    }
    bytes[6] = static_cast<char>((bytes[6] & 0x0F) | 0x70); // version 7
    bytes[8] = static_cast<char>((bytes[8] & 0x3F) | 0x80); // RFC 9562 variant
    return bytes;
}

QString uuidText(const QByteArray &bytes)
{
    return QUuid::fromRfc4122(bytes).toString(QUuid::WithoutBraces);
}

} // namespace huiyin::detail

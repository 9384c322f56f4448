// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/finding.h>

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <limits>
#include <optional>

namespace huiyin {

/// Reads an object from outside key by key; what was not asked for is a finding. Codes:
/// money.input.unknown, money.input.fen, money.input.whole,
/// money.input.number, money.input.text, money.input.texts, money.input.flag, money.input.objects,
/// money.input.object, money.input.month; each names the place in `field`: `members[0].basePoints`.
class ObjectInput
{
public:
    ObjectInput(const QJsonObject &object, const QString &path, Findings &findings)
        : m_object(object)
        , m_path(path)
        , m_findings(findings)
    {
    }

    [[nodiscard]] bool has(const QString &key) const;
    [[nodiscard]] std::optional<qint64> fen(const QString &key); ///< 0 … 9e14, whole
    [[nodiscard]] std::optional<qint64>
    whole(const QString &key, qint64 least = 0, qint64 most = 1'000'000);
    /// A number or decimal text × Figure::kScale, at most four places.
    [[nodiscard]] std::optional<qint64> scaled(const QString &key);
    [[nodiscard]] QString text(const QString &key);
    [[nodiscard]] QString month(const QString &key); ///< yyyy-MM
    [[nodiscard]] QStringList texts(const QString &key);
    [[nodiscard]] std::optional<bool> flag(const QString &key);
    [[nodiscard]] QJsonArray objects(const QString &key); ///< nothing but objects
    [[nodiscard]] QJsonObject object(const QString &key);
    [[nodiscard]] QJsonValue value(const QString &key); ///< whatever it is

    /// Where a key stands: `members[0].basePoints`.
    [[nodiscard]] QString placeOf(const QString &key) const;
    [[nodiscard]] QStringList untouched() const;
    /// Names the keys nobody asked for. \param known  further keys a remedy may offer
    void finish(const QStringList &known = {});

    void refuse(const QString &code, const QString &key, Args args = {});

private:
    const QJsonObject &m_object;
    QString m_path;
    Findings &m_findings;
    QStringList m_asked;
};

/// A decimal number or text × Figure::kScale, nothing if it is none or has more than four places.
[[nodiscard]] std::optional<qint64> scaledOfJson(const QJsonValue &value);

} // namespace huiyin

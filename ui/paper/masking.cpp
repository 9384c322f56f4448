// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <paper/masking.h>

#include <QJsonArray>

#include <algorithm>

namespace huiyin {

namespace {

/// What is looked for in other texts: too short a piece would black out half the page.
constexpr qsizetype kShortest = 2;

struct Secret
{
    QString plain, masked;
};

QString nameOf(const QJsonValue &value)
{
    return value.isObject() ? value.toObject().value(QStringLiteral("name")).toString()
                            : value.toString();
}

QJsonValue without(const QJsonValue &value, const QVector<Secret> &secrets)
{
    if (value.isString()) {
        QString text = value.toString();
        for (const Secret &secret : secrets) {
            text.replace(secret.plain, secret.masked);
        }
        return text;
    }
    if (value.isArray()) {
        QJsonArray items;
        for (const QJsonValue &item : value.toArray()) {
            items.append(without(item, secrets));
        }
        return items;
    }
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            it.value() = without(it.value(), secrets);
        }
        return object;
    }
    return value;
}

} // namespace

QString maskedText(const QString &text, Privacy privacy)
{
    const auto characters = text.toUcs4();
    const qsizetype size = characters.size();
    const auto part = [&](qsizetype from, qsizetype length) {
        QString piece;
        for (qsizetype i = from; i < from + length; ++i) {
            const char32_t character = characters.at(i);
            piece += QString::fromUcs4(&character, 1);
        }
        return piece;
    };
    const auto stars = [](qsizetype count) { return QString(count, QLatin1Char('*')); };
    switch (privacy) {
    case Privacy::Public:
        return text;
    case Privacy::Name:
        return text == QStringLiteral("匿名") || size == 0
                   ? text
                   : part(0, 1) + stars(std::clamp<qsizetype>(size - 1, 1, 3));
    case Privacy::Phone:
        if (text.contains(QStringLiteral("、"))) { // several numbers, each by itself
            QStringList numbers;
            for (const QString &number : text.split(QStringLiteral("、"))) {
                numbers << maskedText(number, privacy);
            }
            return numbers.join(QStringLiteral("、"));
        }
        return size >= 7 ? part(0, 3) + stars(4) + part(size - 4, 4) : stars(size);
    case Privacy::IdNumber:
        return size >= 8 ? part(0, 3) + stars(size - 7) + part(size - 4, 4) : stars(size);
    case Privacy::Address:
        return size > 3 ? part(0, 3) + stars(4) : stars(size);
    }
    return text;
}

QJsonObject maskedFields(const QJsonObject &fields, const FieldCatalogue &catalogue)
{
    QVector<Secret> secrets;
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        const FieldDef *def = catalogue.field(it.key());
        if (def == nullptr || def->privacy == Privacy::Public) {
            continue;
        }
        for (const QString &plain : nameOf(it.value()).split(QStringLiteral("、"))) {
            const QString masked = maskedText(plain, def->privacy);
            if (plain.size() >= kShortest && plain != masked) {
                secrets.append({plain, masked});
            }
        }
    }
    // The longest first: a name within an address must not spoil the address.
    std::sort(secrets.begin(), secrets.end(), [](const Secret &a, const Secret &b) {
        return a.plain.size() > b.plain.size();
    });
    QJsonObject masked = without(fields, secrets).toObject();
    for (auto it = masked.begin(); it != masked.end(); ++it) {
        const FieldDef *def = catalogue.field(it.key());
        if (def == nullptr || def->privacy == Privacy::Public) {
            continue;
        }
        if (it.value().isString()) {
            it.value() = maskedText(fields.value(it.key()).toString(), def->privacy);
        } else if (it.value().isObject()) {
            QJsonObject sign = it.value().toObject();
            sign.insert(QStringLiteral("name"),
                        maskedText(nameOf(fields.value(it.key())), def->privacy));
            it.value() = sign;
        }
    }
    return masked;
}

} // namespace huiyin

// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/moneyedit.h>
#include <forms/theme.h>
#include <rules/figure.h>

#include <QRegularExpression>

namespace huiyin {

namespace {

constexpr int kWidthHan = 7;

} // namespace

MoneyEdit::MoneyEdit(const QString &label, QWidget *parent)
    : QLineEdit(parent)
{
    setAccessibleName(label);
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setFixedWidth(kWidthHan * hanWidth(font()));
}

std::optional<qint64> MoneyEdit::fenOf(const QString &text)
{
    static const QRegularExpression kAmount(QStringLiteral("^(\\d{1,12})(?:\\.(\\d{1,2}))?$"));
    QString plain = text.normalized(QString::NormalizationForm_KC);
    plain.remove(QLatin1Char(',')).remove(QLatin1Char(' '));
    const auto match = kAmount.match(plain);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const QString cents = match.captured(2).leftJustified(2, QLatin1Char('0'));
    return match.captured(1).toLongLong() * 100 + cents.toLongLong();
}

void MoneyEdit::setFen(std::optional<qint64> fen) { setText(fen ? yuanText(*fen) : QString()); }

void MoneyEdit::focusOutEvent(QFocusEvent *event)
{
    if (fen()) {
        setFen(fen());
    }
    QLineEdit::focusOutEvent(event);
}

} // namespace huiyin

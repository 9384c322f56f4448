// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/theme.h>
#include <window/caselink.h>

#include <QStyleOptionButton>
#include <QStylePainter>

#include <algorithm>

namespace huiyin {

CaseLink::CaseLink(const QString &number, const QString &words, int room, QWidget *parent)
    : QPushButton(parent)
    , m_number(number)
    , m_words(fontMetrics().elidedText(words, Qt::ElideRight, room))
{
    setFlat(true);
    setToolTip(words);
    setAccessibleName(QStringList{number, words}.join(QLatin1Char(' ')).trimmed());
}

QSize CaseLink::sizeHint() const
{
    const int unit = spacingUnit(font());
    return {std::max(fontMetrics().horizontalAdvance(m_number),
                     fontMetrics().horizontalAdvance(m_words)) +
                4 * unit,
            (m_words.isEmpty() ? 1 : 2) * fontMetrics().height() + 2 * unit};
}

void CaseLink::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    painter.drawControl(QStyle::CE_PushButton, option);
    const int unit = spacingUnit(font());
    const QRect box = rect().adjusted(2 * unit, unit, -unit, -unit);
    painter.setPen(option.palette.color(QPalette::ButtonText));
    painter.drawText(box, Qt::AlignLeft | Qt::AlignTop, m_number);
    painter.setPen(Theme::current().color(Theme::Role::Secondary));
    painter.drawText(box, Qt::AlignLeft | Qt::AlignBottom, m_words);
}

} // namespace huiyin

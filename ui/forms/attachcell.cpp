// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/attachcell.h>
#include <forms/theme.h>

#include <QKeyEvent>
#include <QPainter>

namespace huiyin {

AttachCell::AttachCell(QWidget *parent)
    : QPushButton(parent)
{
    setFlat(true);
    setCursor(Qt::PointingHandCursor);
}

QJsonValue AttachCell::value() const
{
    return m_files.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(m_files);
}

void AttachCell::setValue(const QJsonValue &value, const QString &)
{
    m_files = value.toArray();
    QStringList names;
    for (const QJsonValue &file : m_files) {
        names.append(file[u"name"].toString());
    }
    setToolTip(names.join(u'\n'));
    setAccessibleDescription(names.join(tr(", ")));
    update();
}

int AttachCell::heightFor(int) const
{
    return QFontMetrics(font()).height() + 2 * spacingUnit(font());
}

void AttachCell::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (walked) {
            walked(event->modifiers() & Qt::ShiftModifier ? Walk::Back : Walk::Forward);
        }
        return;
    }
    QPushButton::keyPressEvent(event);
}

void AttachCell::paintEvent(QPaintEvent *)
{
    const int unit = spacingUnit(font());
    const QFontMetrics metrics(font());
    const int side = metrics.ascent() + 2;
    QPainter painter(this);
    Theme::icon(QStringLiteral("paperclip"), Theme::Role::Accent)
        .paint(&painter, QRect(unit, (height() - side) / 2, side, side));
    painter.setPen(Theme::current().color(Theme::Role::Accent));
    const QString words = m_files.isEmpty() ? tr("Add attachment")
                                            : tr("%n files", nullptr, int(m_files.size())) +
                                                  QStringLiteral("  ") + accessibleDescription();
    const QRect room = rect().adjusted(unit * 2 + side, 0, -unit, 0);
    painter.drawText(room,
                     Qt::AlignVCenter | Qt::AlignLeft,
                     metrics.elidedText(words, Qt::ElideMiddle, room.width()));
}

} // namespace huiyin

// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/optionaccess.h>
#include <forms/optioncell.h>
#include <forms/pickpopup.h>
#include <forms/theme.h>
#include <models/initials.h>

#include <QAccessible>
#include <QInputMethodEvent>
#include <QJsonArray>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace huiyin {

namespace {

/// More choices than this are not readable inside a cell.
constexpr int kInlineMost = 14;
/// Typed letters belong together within this time.
constexpr qint64 kTypeAheadMs = 1500;

QString keyOf(int position)
{
    return position < 9    ? QString::number(position + 1)
           : position == 9 ? QStringLiteral("0")
                           : QString();
}

} // namespace

OptionCell::OptionCell(Mode mode,
                       QVector<std::pair<QString, QString>> choices,
                       int shown,
                       QWidget *parent)
    : QWidget(parent)
    , m_mode(mode)
    , m_choices(std::move(choices))
    , m_shown(shown)
    , m_chosen(m_choices.size(), false)
    , m_popup(new PickPopup(this))
{
    installOptionAccess();
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_InputMethodEnabled);
    setInputMethodHints(Qt::ImhPreferLatin | Qt::ImhDigitsOnly);
    setCursor(Qt::PointingHandCursor);
    if (m_shown <= 0) {
        m_shown = m_choices.size() <= kInlineMost ? int(m_choices.size()) : 0;
    }
    connect(m_popup, &PickPopup::picked, this, [this](int row) { press(row); });
}

OptionCell::~OptionCell() = default;

bool OptionCell::listFace() const { return m_shown == 0; }

QStringList OptionCell::labels() const
{
    QStringList labels;
    for (const auto &choice : m_choices) {
        labels.append(choice.second);
    }
    return labels;
}

QJsonValue OptionCell::value() const
{
    if (m_mode == Mode::Flag) {
        return m_chosen.value(0) ? QJsonValue(true) : QJsonValue(QJsonValue::Undefined);
    }
    QJsonArray many;
    for (int i = 0; i < m_choices.size(); ++i) {
        if (m_chosen[i]) {
            if (m_mode == Mode::One) {
                return m_choices[i].first;
            }
            many.append(m_choices[i].first);
        }
    }
    return many.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(many);
}

void OptionCell::setValue(const QJsonValue &value, const QString &)
{
    m_chosen.fill(false);
    if (m_mode == Mode::Flag) {
        m_chosen[0] = value.toBool();
    } else {
        const QJsonArray wanted = value.isArray() ? value.toArray() : QJsonArray{value};
        for (const QJsonValue &item : wanted) {
            const QString id = item.toString();
            if (id.isEmpty()) {
                continue;
            }
            int at = -1;
            for (int i = 0; i < m_choices.size(); ++i) {
                at = m_choices[i].first == id ? i : at;
            }
            if (at < 0) {
                // A choice the list no longer has is kept and shown: nothing recorded is lost.
                m_choices.append({id, id});
                m_chosen.append(true);
                at = int(m_choices.size()) - 1;
            }
            m_chosen[at] = true;
            m_current = at;
        }
    }
    updateGeometry();
    update();
}

void OptionCell::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    setFocusPolicy(readOnly ? Qt::NoFocus : Qt::StrongFocus);
    update();
}

QString OptionCell::spokenValue() const
{
    QStringList words;
    for (int i = 0; i < m_choices.size(); ++i) {
        if (m_chosen[i]) {
            words.append(labelOf(i));
        }
    }
    return words.join(tr(", "));
}

QVector<int> OptionCell::inSight() const
{
    QVector<int> seen;
    for (int i = 0; i < m_choices.size(); ++i) {
        if (i < m_shown || m_chosen[i]) {
            seen.append(i);
        }
    }
    return seen;
}

QVector<OptionCell::Spot> OptionCell::spots(int width) const
{
    const QFontMetrics metrics(font());
    const int unit = spacingUnit(font());
    const int side = metrics.ascent() + 1;
    const int line = metrics.height() + unit;
    QVector<int> choices = inSight();
    const bool more = m_mode != Mode::Flag && m_shown < m_choices.size();
    QVector<int> widths;
    for (const int choice : choices) {
        widths.append(side + unit + metrics.horizontalAdvance(labelOf(choice)) + unit * 2);
    }
    if (more) {
        choices.append(-1);
        widths.append(side + unit);
    }
    // Choices that need more than one line stand in columns of equal width, as on paper.
    const int room = width - unit * 2;
    int sum = 0;
    int widest = 0;
    for (const int w : widths) {
        sum += w;
        widest = std::max(widest, w);
    }
    QVector<Spot> spots;
    const bool oneLine = sum - unit * 2 <= room;
    const int columns = std::max(1, room / std::max(1, widest));
    const bool inColumns = !oneLine && columns >= 3;
    int x = unit;
    int y = unit;
    int column = 0;
    for (int i = 0; i < choices.size(); ++i) {
        const int w = inColumns ? room / columns : widths[i];
        const bool full =
            inColumns ? column == columns : x > unit && x + widths[i] - unit * 2 > width - unit;
        if (full) {
            x = unit;
            y += line;
            column = 0;
        }
        spots.append({choices[i], QRect(x, y, std::min(w, width - x), metrics.height())});
        x += w;
        ++column;
    }
    return spots;
}

int OptionCell::heightFor(int width) const
{
    const QFontMetrics metrics(font());
    const int unit = spacingUnit(font());
    if (listFace()) {
        return metrics.height() + 2 * unit;
    }
    const QVector<Spot> all = spots(width);
    return (all.isEmpty() ? metrics.height() + unit : all.last().rect.bottom() + 1) + unit;
}

QSize OptionCell::sizeHint() const
{
    return {hanWidth(font()) * 12, heightFor(hanWidth(font()) * 12)};
}

void OptionCell::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    const QFontMetrics metrics(font());
    const int unit = spacingUnit(font());
    const int side = metrics.ascent() + 1;
    const QColor text = theme.color(Theme::Role::Text);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (listFace()) {
        const QString words = spokenValue();
        const QRect room = rect().adjusted(unit, 0, -unit * 2 - side, 0);
        painter.setPen(words.isEmpty() ? theme.color(Theme::Role::Placeholder) : text);
        painter.drawText(
            room,
            Qt::AlignVCenter | Qt::AlignLeft,
            metrics.elidedText(words.isEmpty()
                                   ? (hasFocus() ? tr("letters find, Alt+Down lists") : QString())
                                   : words,
                               Qt::ElideRight,
                               room.width()));
        if (!m_readOnly) {
            Theme::icon(QStringLiteral("chevron-down"), Theme::Role::Secondary)
                .paint(&painter, QRect(width() - unit - side, (height() - side) / 2, side, side));
        }
        return;
    }
    QFont keyFont = font();
    keyFont.setPointSizeF(std::max(7.0, font().pointSizeF() * 0.74));
    const QVector<Spot> all = spots(width());
    const int lines = all.isEmpty() ? 0 : all.last().rect.bottom() + 1 + unit;
    const int shift = std::max(0, (height() - lines) / 2);
    for (int i = 0; i < all.size(); ++i) {
        const QRect spot = all[i].rect.translated(0, shift);
        const QRectF box(
            spot.left() + 0.5, spot.top() + (spot.height() - side) / 2 + 0.5, side - 1, side - 1);
        if (all[i].choice < 0) {
            Theme::icon(QStringLiteral("dots-vertical"), Theme::Role::Secondary)
                .paint(&painter, box.toRect());
            continue;
        }
        const bool chosen = m_chosen[all[i].choice];
        const bool here = hasFocus() && m_current == all[i].choice && m_mode == Mode::Many;
        painter.setPen(QPen(chosen ? theme.color(Theme::Role::Accent)
                                   : theme.color(here ? Theme::Role::Accent : Theme::Role::Border),
                            here ? 2 : 1));
        painter.setBrush(chosen ? theme.color(Theme::Role::Accent) : QColor(Qt::transparent));
        const double round = m_mode == Mode::One ? side / 2.0 : 2.5;
        painter.drawRoundedRect(box, round, round);
        if (chosen) {
            painter.setPen(QPen(theme.color(Theme::Role::AccentText),
                                std::max(1.6, side * 0.13),
                                Qt::SolidLine,
                                Qt::RoundCap,
                                Qt::RoundJoin));
            painter.setBrush(Qt::NoBrush);
            painter.drawPolyline(
                QPolygonF({{box.left() + box.width() * 0.24, box.top() + box.height() * 0.54},
                           {box.left() + box.width() * 0.43, box.top() + box.height() * 0.72},
                           {box.left() + box.width() * 0.77, box.top() + box.height() * 0.32}}));
        } else if (!m_readOnly && m_mode != Mode::Flag) {
            painter.setFont(keyFont);
            painter.setPen(theme.color(Theme::Role::Secondary));
            painter.drawText(box, Qt::AlignCenter, keyOf(i));
            painter.setFont(font());
        }
        painter.setPen(text);
        painter.drawText(spot.adjusted(side + unit, 0, unit * 2, 0),
                         Qt::AlignVCenter | Qt::AlignLeft,
                         labelOf(all[i].choice));
    }
}

void OptionCell::changed()
{
    updateGeometry();
    update();
    setAccessibleDescription(spokenValue());
    QAccessibleValueChangeEvent event(this, spokenValue());
    QAccessible::updateAccessibility(&event);
    if (edited) {
        edited();
    }
}

void OptionCell::choose(int choice)
{
    if (choice < 0 || choice >= m_choices.size() || m_readOnly) {
        return;
    }
    m_current = choice;
    if (m_mode == Mode::One) {
        if (m_chosen[choice]) {
            return;
        }
        m_chosen.fill(false);
        m_chosen[choice] = true;
    } else {
        m_chosen[choice] = !m_chosen[choice];
    }
    changed();
}

void OptionCell::toggle(int choice)
{
    if (m_mode == Mode::One && choice >= 0 && choice < m_choices.size() && m_chosen[choice]) {
        clear();
        return;
    }
    choose(choice);
}

QRect OptionCell::choiceRect(int choice) const
{
    if (listFace()) {
        return {};
    }
    for (const Spot &spot : spots(width())) {
        if (spot.choice == choice) {
            return spot.rect;
        }
    }
    return {};
}

void OptionCell::press(int choice)
{
    if (m_mode == Mode::Many || m_mode == Mode::Flag) {
        toggle(choice);
    } else {
        choose(choice);
    }
}

void OptionCell::clear()
{
    if (!m_readOnly && m_chosen.contains(true)) {
        m_chosen.fill(false);
        changed();
    }
}

void OptionCell::openList()
{
    if (m_mode != Mode::Flag) {
        m_popup->offer(labels(), m_current);
    }
}

void OptionCell::markInList()
{
    if (m_popup->isOffering()) {
        openList(); // or Enter would take the row marked before
    }
}

bool OptionCell::seek(const QString &typed)
{
    for (int i = 0; i < m_choices.size(); ++i) {
        if (m_choices[i].second.startsWith(typed, Qt::CaseInsensitive) ||
            initials(m_choices[i].second).startsWith(typed.toLower())) {
            if (m_mode == Mode::One) {
                choose(i);
            } else {
                m_current = i;
                update();
            }
            return true;
        }
    }
    return false;
}

void OptionCell::keyPressEvent(QKeyEvent *event)
{
    if (m_composing) {
        event->accept();
        return;
    }
    const int key = event->key();
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if ((key == Qt::Key_Return || key == Qt::Key_Enter) &&
        !(modifiers & (Qt::ControlModifier | Qt::AltModifier))) {
        if (m_popup->isOffering()) {
            const int row = m_popup->current();
            m_popup->hide();
            if (m_mode != Mode::Many || !m_chosen.value(row)) {
                choose(row);
            }
        }
        if (walked) {
            walked(modifiers & Qt::ShiftModifier ? Walk::Back : Walk::Forward);
        }
        return;
    }
    if (m_popup->isOffering()) {
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            m_popup->move(key == Qt::Key_Down ? 1 : -1);
            return;
        }
        if (key == Qt::Key_Escape) {
            m_popup->hide();
            return;
        }
        if (key == Qt::Key_Space) {
            toggle(m_popup->current());
            return;
        }
    }
    if ((key == Qt::Key_Down && modifiers == Qt::AltModifier) || key == Qt::Key_F7) {
        openList();
        return;
    }
    if (modifiers != Qt::NoModifier && modifiers != Qt::ShiftModifier) {
        QWidget::keyPressEvent(event);
        return;
    }
    const QVector<int> seen = listFace() || m_choices.isEmpty() ? QVector<int>() : inSight();
    const int count = listFace() ? int(m_choices.size()) : int(seen.size());
    const auto at = [&](int position) { return listFace() ? position : seen[position]; };
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Up:
    case Qt::Key_Right:
    case Qt::Key_Down: {
        const int step = key == Qt::Key_Left || key == Qt::Key_Up ? -1 : 1;
        int position = listFace() ? m_current : int(seen.indexOf(m_current));
        const bool none = m_mode == Mode::One && !m_chosen.contains(true);
        position = none ? (step > 0 ? 0 : count - 1) : std::clamp(position + step, 0, count - 1);
        if (m_mode == Mode::One) {
            choose(at(position));
        } else {
            m_current = at(position);
            update();
        }
        return;
    }
    case Qt::Key_Space:
        if (listFace()) {
            openList();
        } else {
            toggle(m_mode == Mode::Flag ? 0 : m_current);
        }
        return;
    case Qt::Key_Backspace:
    case Qt::Key_Delete:
        m_typed.clear();
        clear();
        return;
    default:
        break;
    }
    const QString typed = event->text();
    if (typed.size() == 1 && typed[0].isDigit() && m_mode != Mode::Flag) {
        const int digit = typed[0].digitValue();
        const int position = digit == 0 ? 9 : digit - 1;
        if (position < count) {
            choose(at(position));
            markInList();
        }
        return;
    }
    if (typed.size() == 1 && typed[0].isLetter() && m_mode != Mode::Flag) {
        const qint64 now = qint64(event->timestamp());
        if (now - m_typedAt > kTypeAheadMs) {
            m_typed.clear();
        }
        m_typedAt = now;
        // Letters that lead nowhere choose nothing: the second of them alone would lead elsewhere.
        m_typed += typed;
        if (!seek(m_typed)) {
            openList();
        }
        markInList();
        return;
    }
    QWidget::keyPressEvent(event);
}

void OptionCell::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_readOnly) {
        return;
    }
    setFocus(Qt::MouseFocusReason);
    if (listFace()) {
        openList();
        return;
    }
    const QVector<Spot> all = spots(width());
    const int lines = all.isEmpty() ? 0 : all.last().rect.bottom() + 1 + spacingUnit(font());
    const int shift = std::max(0, (height() - lines) / 2);
    const int reach = spacingUnit(font()) / 2;
    for (const Spot &spot : all) {
        if (spot.rect.translated(0, shift)
                .adjusted(-reach, -reach, 0, reach)
                .contains(event->position().toPoint())) {
            if (spot.choice < 0) {
                openList();
            } else {
                toggle(spot.choice);
            }
            return;
        }
    }
}

QVariant OptionCell::inputMethodQuery(Qt::InputMethodQuery query) const
{
    switch (query) {
    case Qt::ImEnabled:
        return !m_readOnly;
    case Qt::ImHints:
        return int(inputMethodHints());
    case Qt::ImCursorRectangle:
        return QRect(0, 0, 1, height());
    default:
        return QWidget::inputMethodQuery(query);
    }
}

void OptionCell::inputMethodEvent(QInputMethodEvent *event)
{
    m_composing = !event->preeditString().isEmpty();
    if (!event->commitString().isEmpty() && m_mode != Mode::Flag) {
        seek(event->commitString());
    }
    event->accept();
}

void OptionCell::focusInEvent(QFocusEvent *event)
{
    m_typed.clear();
    QWidget::focusInEvent(event);
    update();
}

void OptionCell::focusOutEvent(QFocusEvent *event)
{
    m_composing = false;
    QWidget::focusOutEvent(event);
    update();
    if (left && event->reason() != Qt::PopupFocusReason) {
        left();
    }
}

void OptionCell::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) {
        updateGeometry();
        update();
    }
}

} // namespace huiyin

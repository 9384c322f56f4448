// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/inlinemessage.h>
#include <forms/papergrid.h>
#include <forms/theme.h>

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace huiyin {

namespace {

/// Widths in Han characters from which three or two pairs fit a row.
constexpr int kPaperHan = 51;
constexpr int kTwoPairsHan = 40;

} // namespace

QStringList PaperGrid::fieldOrder() const
{
    QStringList order;
    for (const PaperUnit &unit : m_units) {
        if (unit.cell) {
            order.append(unit.field);
        }
    }
    return order;
}

QStringList PaperGrid::fastPath() const
{
    QVector<const PaperUnit *> path;
    for (const PaperUnit &unit : m_units) {
        if (unit.cell && unit.fastKey > 0) {
            path.append(&unit);
        }
    }
    std::stable_sort(path.begin(), path.end(), [](const PaperUnit *a, const PaperUnit *b) {
        return a->fastKey < b->fastKey;
    });
    QStringList fields;
    for (const PaperUnit *unit : path) {
        fields.append(unit->field);
    }
    return fields;
}

QStringList PaperGrid::requiredFields() const
{
    QStringList fields;
    for (const PaperUnit &unit : m_units) {
        if (unit.cell && unit.required) {
            fields.append(unit.field);
        }
    }
    return fields;
}

Cell *PaperGrid::cell(const QString &field) const
{
    const int unit = m_unitOf.value(field, -1);
    return unit < 0 ? nullptr : m_units[size_t(unit)].cell;
}

QString PaperGrid::label(const QString &field) const
{
    const int unit = m_unitOf.value(field, -1);
    return unit < 0 ? fieldLabel(m_house.ground, field) : m_units[size_t(unit)].label;
}

ComplaintDraft PaperGrid::draft() const
{
    ComplaintDraft draft = m_rest;
    draft.sheet = m_sheetKey.isEmpty() ? m_rest.sheet : m_sheetKey;
    for (const PaperUnit &unit : m_units) {
        if (!unit.cell) {
            continue;
        }
        const QJsonValue value = unit.cell->value();
        const QString raw = unit.cell->raw();
        draft.fields.remove(unit.field);
        draft.raw.remove(unit.field);
        if (!value.isUndefined()) {
            draft.fields.insert(unit.field, value);
        } else if (!raw.isEmpty()) {
            draft.raw.insert(unit.field, raw);
        }
    }
    return draft;
}

void PaperGrid::setDraft(const ComplaintDraft &draft)
{
    m_filling = true;
    m_rest = draft;
    for (PaperUnit &unit : m_units) {
        if (unit.cell) {
            unit.cell->setValue(draft.fields.contains(unit.field)
                                    ? draft.fields.value(unit.field)
                                    : QJsonValue(QJsonValue::Undefined),
                                draft.raw.value(unit.field).toString());
        }
    }
    m_filling = false;
    m_visited.clear();
    clearFindings();
    arrange();
}

void PaperGrid::setFieldValue(const QString &field, const QJsonValue &value)
{
    if (Cell *found = cell(field)) {
        m_filling = true;
        found->setValue(value);
        m_filling = false;
        arrange();
    } else {
        m_rest.fields.insert(field, value);
    }
}

void PaperGrid::setShown(const QString &field, const QString &text)
{
    for (PaperUnit &unit : m_units) {
        if (unit.field == field && !unit.cell) {
            unit.shown = text;
        }
    }
    update();
}

void PaperGrid::say(int index, const QString &text, Severity severity)
{
    PaperUnit &unit = m_units[size_t(index)];
    if (!unit.message || (unit.message->message() == text && unit.severity == severity)) {
        return;
    }
    unit.severity = severity;
    unit.spoken = !text.isEmpty();
    unit.message->setMessage(text, severity);
    unit.cell->editor()->setAccessibleDescription(text);
    arrange();
}

void PaperGrid::recheck(int index)
{
    PaperUnit &unit = m_units[size_t(index)];
    if (unit.spoken && unit.cell->doubts().isEmpty() && !unit.cell->isBlank()) {
        say(index, {}, Severity::Hint);
    }
    // A list of choices may have become longer.
    if (m_plan.editors.value(index).height() <
        unit.cell->heightFor(m_plan.editors.value(index).width())) {
        arrange();
    }
}

Findings PaperGrid::showFindings(const Findings &findings)
{
    clearFindings();
    Findings rest;
    QSet<int> told;
    for (const Severity severity : {Severity::Refusal, Severity::Warning, Severity::Hint}) {
        for (const Finding &finding : findings) {
            if (finding.severity != severity) {
                continue;
            }
            const int unit = finding.field.isEmpty() ? -1 : m_unitOf.value(finding.field, -1);
            if (unit < 0 || !m_units[size_t(unit)].cell) {
                rest.append(finding);
            } else if (!told.contains(unit)) {
                told.insert(unit);
                say(unit,
                    m_house.ground.library->texts.sentence(finding, m_house.ground.language),
                    severity);
            }
        }
    }
    return rest;
}

void PaperGrid::clearFindings()
{
    for (int i = 0; i < int(m_units.size()); ++i) {
        say(i, {}, Severity::Hint);
    }
}

void PaperGrid::clearFinding(const QString &field)
{
    if (const int unit = m_unitOf.value(field, -1); unit >= 0) {
        say(unit, {}, Severity::Hint);
    }
}

QString PaperGrid::messageOf(const QString &field) const
{
    const int unit = m_unitOf.value(field, -1);
    return unit < 0 || !m_units[size_t(unit)].message ? QString()
                                                      : m_units[size_t(unit)].message->message();
}

QString PaperGrid::firstFindingField() const
{
    for (const Severity severity : {Severity::Refusal, Severity::Warning}) {
        for (const PaperUnit &unit : m_units) {
            if (unit.spoken && unit.severity == severity) {
                return unit.field;
            }
        }
    }
    return {};
}

void PaperGrid::focusField(const QString &field)
{
    if (Cell *found = cell(field)) {
        found->editor()->setFocus(Qt::OtherFocusReason);
    }
}

void PaperGrid::walk(int index, Walk direction)
{
    const QStringList path = fastPath();
    const QString from = m_units[size_t(index)].field;
    m_visited.insert(from);
    const int at = int(path.indexOf(from));
    if (direction == Walk::Back) {
        if (at > 0) {
            focusField(path[at - 1]);
        }
        return;
    }
    // Preset values are visited once so that they are seen; what is filled and was seen is passed
    // over.
    for (int i = at + 1; i < path.size(); ++i) {
        if (!m_visited.contains(path[i]) || cell(path[i])->isBlank()) {
            focusField(path[i]);
            return;
        }
    }
    if (m_units[size_t(index)].grow) {
        for (const QString &field : requiredFields()) {
            if (cell(field)->isBlank() && field != from) {
                focusField(field);
                return;
            }
        }
    }
    emit fastPathEnded();
}

PaperGrid::Shape PaperGrid::shapeFor(int width) const
{
    const int han = width / hanWidth(font());
    if (m_paper && han >= kPaperHan) {
        return Shape::Paper;
    }
    return han >= kTwoPairsHan ? Shape::TwoPairs : Shape::OnePair;
}

PaperPlan PaperGrid::plan(int width, int height) const
{
    switch (shapeFor(width)) {
    case Shape::Paper:
        return planPaper(m_layout, m_units, width, height, font());
    case Shape::TwoPairs:
        return planPairs(m_units, 2, width, height, font());
    case Shape::OnePair:
        break;
    }
    return planPairs(m_units, 1, width, height, font());
}

int PaperGrid::heightForWidth(int width) const { return plan(width, 0).height; }

QSize PaperGrid::sizeHint() const
{
    const int width = hanWidth(font()) * (m_paper ? 60 : 42);
    return {width, heightForWidth(width)};
}

QSize PaperGrid::minimumSizeHint() const
{
    return {hanWidth(font()) * 20, m_plan.height > 0 ? plan(width(), 0).height : 0};
}

void PaperGrid::arrange()
{
    m_shape = shapeFor(width());
    m_plan = plan(width(), height());
    for (int i = 0; i < int(m_units.size()); ++i) {
        const PaperUnit &unit = m_units[size_t(i)];
        if (unit.cell) {
            unit.cell->editor()->setGeometry(m_plan.editors[i]);
            unit.message->setVisible(!m_plan.messages[i].isEmpty());
            unit.message->setGeometry(m_plan.messages[i]);
        }
    }
    updateGeometry();
    update();
}

void PaperGrid::resizeEvent(QResizeEvent *) { arrange(); }

void PaperGrid::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        arrange();
    } else if (event->type() == QEvent::PaletteChange) {
        update();
    }
}

void PaperGrid::showKeyTips(bool shown)
{
    if (m_keyTips != shown) {
        m_keyTips = shown;
        update();
    }
}

bool PaperGrid::jump(const QKeyEvent &event)
{
    const auto key = event.key();
    if (event.modifiers() != Qt::AltModifier || key < Qt::Key_A || key > Qt::Key_Z) {
        return false;
    }
    const QString field = m_accessKeys.key(QChar(key));
    if (field.isEmpty()) {
        return false;
    }
    focusField(field);
    return true;
}

bool PaperGrid::eventFilter(QObject *watched, QEvent *event)
{
    // Taken before the editor sees them: no letter lands in a text, no input method is asked.
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        const auto *pressed = static_cast<QKeyEvent *>(event);
        if (event->type() == QEvent::ShortcutOverride) {
            if (pressed->modifiers() == Qt::AltModifier &&
                std::any_of(m_accessKeys.cbegin(), m_accessKeys.cend(), [pressed](QChar letter) {
                    return letter.unicode() == pressed->key();
                })) {
                event->accept();
                return true;
            }
        } else {
            showKeyTips(pressed->key() == Qt::Key_Alt);
            if (jump(*pressed)) {
                return true;
            }
        }
    } else if (event->type() == QEvent::KeyRelease || event->type() == QEvent::FocusOut) {
        showKeyTips(false);
    }
    if (event->type() == QEvent::FocusIn) {
        update();
        emit focusedField(watched->objectName());
    } else if (event->type() == QEvent::FocusOut) {
        update();
    }
    return QWidget::eventFilter(watched, event);
}

void PaperGrid::mousePressEvent(QMouseEvent *event)
{
    for (const PaperPlan::Tint &tint : m_plan.tints) {
        if (tint.unit >= 0 && tint.rect.contains(event->position().toPoint())) {
            focusField(m_units[size_t(tint.unit)].field);
        }
    }
}

void PaperGrid::paintKeyTips(QPainter &painter) const
{
    const Theme &theme = Theme::current();
    QFont small = font();
    small.setPointSizeF(font().pointSizeF() * 0.8);
    small.setBold(true);
    const QFontMetrics metrics(small);
    const int side = metrics.height();
    painter.setFont(small);
    for (auto it = m_accessKeys.cbegin(); it != m_accessKeys.cend(); ++it) {
        const int unit = m_unitOf.value(it.key());
        // At the end of the label; a cell without a label of its own has it before its editor.
        QRect tip(m_plan.editors[unit].left() - side, m_plan.editors[unit].top(), side, side);
        for (const PaperPlan::Tint &tint : m_plan.tints) {
            if (tint.unit == unit) {
                tip.moveTopRight(tint.rect.topRight() + QPoint(-2, 2));
                break;
            }
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(Theme::Role::Accent));
        painter.drawRoundedRect(tip, 3, 3);
        painter.setPen(theme.color(Theme::Role::Base));
        painter.drawText(tip, Qt::AlignCenter, it.value());
    }
}

void PaperGrid::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    const int unit = spacingUnit(font());
    const QFontMetrics metrics(font());
    QPainter painter(this);
    const QRect frame(0, 0, width() - 1, std::max(0, m_plan.height - 1));
    painter.fillRect(frame, theme.color(Theme::Role::Base));

    for (const PaperPlan::Tint &tint : m_plan.tints) {
        painter.fillRect(tint.rect, theme.color(Theme::Role::LabelCell));
        painter.setPen(theme.color(Theme::Role::LabelText));
        if (tint.vertical && liesOnItsSide(tint.text)) {
            painter.save();
            painter.translate(tint.rect.center());
            painter.rotate(-90);
            const QSize turned = tint.rect.size().transposed();
            painter.drawText(QRect(QPoint(-turned.width() / 2, -turned.height() / 2), turned),
                             Qt::AlignCenter,
                             tint.text);
            painter.restore();
            continue;
        }
        if (tint.vertical) {
            const int step =
                std::min(metrics.height() + unit * 2,
                         (tint.rect.height() - 2 * unit) / std::max(1, int(tint.text.size())));
            int y = tint.rect.center().y() - step * int(tint.text.size()) / 2;
            for (const QChar letter : tint.text) {
                painter.drawText(QRect(tint.rect.left(), y, tint.rect.width(), step),
                                 Qt::AlignCenter,
                                 QString(letter));
                y += step;
            }
            continue;
        }
        const int beside = unit / 2 + (tint.required ? starRoom(metrics) : 0);
        const QRect room = tint.rect.adjusted(beside, 0, -beside, 0);
        const QRect used =
            metrics.boundingRect(room, Qt::AlignCenter | Qt::TextWordWrap, tint.text);
        painter.drawText(room, Qt::AlignCenter | Qt::TextWordWrap, tint.text);
        if (tint.required) {
            painter.setPen(theme.color(Theme::Role::Error));
            const QString first = tint.text.section(u'\n', 0, 0);
            const int right =
                std::min(room.center().x() + metrics.horizontalAdvance(first) / 2, used.right());
            painter.drawText(QRect(right + 3, used.top(), metrics.maxWidth(), metrics.height()),
                             Qt::AlignLeft,
                             QStringLiteral("*"));
        }
    }
    for (int i = 0; i < int(m_units.size()); ++i) {
        const PaperUnit &here = m_units[size_t(i)];
        if (!here.cell) {
            painter.fillRect(m_plan.editors[i].adjusted(-3, -3, 3, 3),
                             theme.color(Theme::Role::ReadOnlyCell));
            painter.setPen(theme.color(Theme::Role::Secondary));
            const QRect room = m_plan.editors[i].adjusted(unit, 0, 0, 0);
            painter.drawText(room,
                             Qt::AlignVCenter | Qt::AlignLeft,
                             metrics.elidedText(here.shown, Qt::ElideRight, room.width()));
        }
    }
    for (const PaperPlan::Inner &inner : m_plan.inners) {
        painter.setPen(theme.color(Theme::Role::Secondary));
        painter.drawText(inner.rect, Qt::AlignVCenter | Qt::AlignLeft, inner.text);
        if (inner.required) {
            painter.setPen(theme.color(Theme::Role::Error));
            painter.drawText(inner.rect.adjusted(metrics.horizontalAdvance(inner.text) -
                                                     metrics.horizontalAdvance(u'*'),
                                                 0,
                                                 0,
                                                 0),
                             Qt::AlignVCenter | Qt::AlignLeft,
                             QStringLiteral("*"));
        }
    }
    painter.setPen(QPen(theme.color(Theme::Role::Border), 1));
    for (const QRect &box : m_plan.boxes) {
        painter.drawRect(box.adjusted(0, 0, -1, -1));
    }
    painter.setPen(QPen(theme.color(Theme::Role::FrameBorder), 1));
    painter.drawRect(frame.adjusted(0, 0, 0, 0));
    painter.drawRect(frame.adjusted(1, 1, -1, -1));

    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < int(m_units.size()); ++i) {
        const PaperUnit &here = m_units[size_t(i)];
        if (!here.cell) {
            continue;
        }
        const bool focused = here.cell->editor()->hasFocus();
        const bool wrong = here.spoken && here.severity == Severity::Refusal;
        if (focused || wrong) {
            painter.setPen(
                QPen(theme.color(wrong && !focused ? Theme::Role::Error : Theme::Role::Accent), 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(m_plan.editors[i]).adjusted(-1, -1, 1, 1), 2, 2);
        }
    }
    if (m_keyTips) {
        paintKeyTips(painter);
    }
}

} // namespace huiyin

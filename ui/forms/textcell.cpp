// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/momentreader.h>
#include <forms/pickpopup.h>
#include <forms/textcell.h>
#include <forms/theme.h>
#include <models/initials.h>
#include <rules/fieldinput.h>

#include <QInputMethodEvent>
#include <QKeyEvent>

#include <cmath>

namespace huiyin {

namespace {

bool isEnter(const QKeyEvent *event)
{
    return event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
}

/// A memo grows with its text up to this many lines, then it scrolls.
constexpr int kMemoMost = 12;

} // namespace

TextCell::TextCell(FieldDef field, const FormHouse &house, QWidget *parent)
    : QLineEdit(parent)
    , m_field(std::move(field))
    , m_house(house)
{
    setFrame(false);
    setTextMargins(spacingUnit(font()) / 2, 0, 0, 0);
    connect(this, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (text == QLatin1String("..") && previous) {
            const QJsonValue before = previous();
            if (!before.isUndefined()) {
                changeText(textOf(before));
                return;
            }
        }
        if (edited) {
            edited();
        }
    });
}

void TextCell::changeText(const QString &text)
{
    selectAll();
    insert(text);
    if (edited) {
        edited();
    }
}

QJsonValue TextCell::value() const
{
    if (text().trimmed().isEmpty()) {
        return QJsonValue::Undefined;
    }
    switch (m_field.type) {
    case FieldType::Int:
    case FieldType::Decimal:
    case FieldType::Money: {
        const ValueReading reading = readValue(m_house.ground.library->catalogue, m_field, text());
        return reading.value.isNull() || refuses(reading.findings)
                   ? QJsonValue(QJsonValue::Undefined)
                   : reading.value;
    }
    default:
        return normalizedText(text(), false);
    }
}

QString TextCell::raw() const
{
    return text().trimmed().isEmpty() || !value().isUndefined() ? QString() : text();
}

QString TextCell::textOf(const QJsonValue &value) const
{
    if (value.isDouble()) {
        return m_field.type == FieldType::Money
                   ? QString::number(double(value.toInteger()) / 100, 'f', 2)
                   : QString::number(value.toInteger());
    }
    return value.toString();
}

void TextCell::setValue(const QJsonValue &value, const QString &raw)
{
    setText(raw.isEmpty() ? textOf(value) : raw);
    setCursorPosition(0);
}

Findings TextCell::doubts() const
{
    if (text().trimmed().isEmpty()) {
        return {};
    }
    Findings findings = readValue(m_house.ground.library->catalogue, m_field, text()).findings;
    for (Finding &finding : findings) {
        finding.field = m_field.id;
    }
    return findings;
}

int TextCell::heightFor(int) const
{
    return QFontMetrics(font()).height() + 2 * spacingUnit(font());
}

QString TextCell::stamp() const { return minuteText(m_house.ground.clock()); }

void TextCell::keyPressEvent(QKeyEvent *event)
{
    if (m_composing) {
        event->accept();
        return;
    }
    if (isEnter(event) && !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier))) {
        leaving();
        if (walked) {
            walked(event->modifiers() & Qt::ShiftModifier ? Walk::Back : Walk::Forward);
        }
        event->accept();
        return;
    }
    if (event->key() == Qt::Key_T && event->modifiers() == Qt::ControlModifier && !isReadOnly()) {
        insert(stamp());
        if (edited) {
            edited();
        }
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void TextCell::inputMethodEvent(QInputMethodEvent *event)
{
    m_composing = !event->preeditString().isEmpty();
    QLineEdit::inputMethodEvent(event);
}

void TextCell::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    // A menu or another window takes the focus for a moment only: the person is still in the cell.
    if (event->reason() != Qt::PopupFocusReason) {
        m_composing = false;
        leaving();
        if (left) {
            left();
        }
    }
}

PhoneEdit::PhoneEdit(FieldDef field, const FormHouse &house, QWidget *parent)
    : TextCell(std::move(field), house, parent)
{
    setInputMethodHints(Qt::ImhDialableCharactersOnly | Qt::ImhPreferNumbers);
}

QJsonValue PhoneEdit::value() const
{
    const QString number = normalizedPhone(text());
    return number.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(number);
}

QString PhoneEdit::textOf(const QJsonValue &value) const
{
    const QString number = value.toString();
    const bool mobile =
        number.size() == 11 && number.startsWith(u'1') &&
        std::all_of(number.cbegin(), number.cend(), [](QChar c) { return c.isDigit(); });
    return mobile ? number.left(3) + u' ' + number.mid(3, 4) + u' ' + number.mid(7) : number;
}

void PhoneEdit::leaving()
{
    const QJsonValue number = value();
    const QString readable = textOf(number);
    if (!number.isUndefined() && readable != text()) {
        setText(readable);
    }
}

DateTimeEdit::DateTimeEdit(FieldDef field, const FormHouse &house, QWidget *parent)
    : TextCell(std::move(field), house, parent)
{
}

QJsonValue DateTimeEdit::value() const
{
    const auto reading = readMoment(text(), m_house.ground.clock());
    if (!reading) {
        return QJsonValue::Undefined;
    }
    if (m_field.type == FieldType::Date) {
        return reading->msOfDay.value_or(0) == 0 ? QJsonValue(reading->day.toString())
                                                 : QJsonValue(QJsonValue::Undefined);
    }
    return Instant::fromLocal(reading->day, reading->msOfDay.value_or(0)).utcMs();
}

QString DateTimeEdit::raw() const
{
    return text().trimmed().isEmpty() || !value().isUndefined() ? QString() : text();
}

Findings DateTimeEdit::doubts() const
{
    if (raw().isEmpty()) {
        return {};
    }
    return {Finding{QStringLiteral("forms.moment.unclear"),
                    Severity::Warning,
                    m_field.id,
                    {{QStringLiteral("text"), text()}}}};
}

QString DateTimeEdit::textOf(const QJsonValue &value) const
{
    return value.isDouble() ? minuteText(Instant::fromUtcMs(value.toInteger())) : value.toString();
}

void DateTimeEdit::leaving()
{
    const QJsonValue moment = value();
    if (!moment.isUndefined() && textOf(moment) != text()) {
        setText(textOf(moment));
    }
}

NameEdit::NameEdit(FieldDef field, const FormHouse &house, QWidget *parent)
    : TextCell(std::move(field), house, parent)
    , m_popup(new PickPopup(this))
{
    connect(this, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (!m_picking) {
            offer(text);
        }
    });
    connect(m_popup, &PickPopup::picked, this, [this](int row) {
        m_picking = true;
        changeText(m_popup->word(row));
        m_picking = false;
    });
}

QString NameEdit::stamp() const { return m_house.ground.actorName; }

void NameEdit::offer(const QString &typed)
{
    QStringList found;
    for (const QString &name : m_names) {
        if (found.size() >= PickPopup::kRows) {
            break;
        }
        if (name != typed && findsWord(typed, name)) {
            found.append(name);
        }
    }
    m_popup->offer(typed.isEmpty() ? QStringList() : found, -1);
}

void NameEdit::focusInEvent(QFocusEvent *event)
{
    TextCell::focusInEvent(event);
    if (m_house.reader) {
        const auto names = m_house.reader->namesInUse(m_field.id, {}, 500);
        m_names = names ? *names : QStringList();
    }
}

void NameEdit::inputMethodEvent(QInputMethodEvent *event)
{
    TextCell::inputMethodEvent(event);
    // The letters being composed find names as well: zs finds 张三 without leaving the input
    // method.
    if (!event->preeditString().isEmpty()) {
        offer(text() + event->preeditString());
    }
}

void NameEdit::keyPressEvent(QKeyEvent *event)
{
    if (!composing() && event->key() == Qt::Key_Down && event->modifiers() == Qt::AltModifier) {
        m_popup->offer(m_names.mid(0, 50), 0);
        return;
    }
    if (!composing() && event->key() == Qt::Key_F7) {
        m_popup->offer(m_names.mid(0, 50), 0);
        return;
    }
    if (!composing() && m_popup->isOffering()) {
        switch (event->key()) {
        case Qt::Key_Down:
            m_popup->move(1);
            return;
        case Qt::Key_Up:
            m_popup->move(-1);
            return;
        case Qt::Key_Escape:
            m_popup->hide();
            return;
        case Qt::Key_Return:
        case Qt::Key_Enter: {
            // Typed letters that are no name take the first match; a full name stays as typed.
            const bool letters = std::all_of(
                text().cbegin(), text().cend(), [](QChar c) { return c.unicode() < 128; });
            const int row = m_popup->current() >= 0 ? m_popup->current() : letters ? 0 : -1;
            m_popup->hide();
            if (row >= 0) {
                m_picking = true;
                changeText(m_popup->word(row));
                m_picking = false;
            }
            break;
        }
        default:
            break;
        }
    }
    TextCell::keyPressEvent(event);
}

MemoCell::MemoCell(FieldDef field, const FormHouse &house, int lines, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_field(std::move(field))
    , m_house(house)
    , m_lines(std::max(1, lines))
{
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    document()->setDocumentMargin(spacingUnit(font()));
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (toPlainText() == QLatin1String("..") && previous) {
            const QJsonValue before = previous();
            if (!before.isUndefined()) {
                selectAll();
                insertPlainText(before.toString());
                return;
            }
        }
        if (edited) {
            edited();
        }
    });
}

QJsonValue MemoCell::value() const
{
    const QString text = toPlainText();
    return text.trimmed().isEmpty() ? QJsonValue(QJsonValue::Undefined)
                                    : QJsonValue(normalizedText(text, true));
}

void MemoCell::setValue(const QJsonValue &value, const QString &raw)
{
    setPlainText(raw.isEmpty() ? value.toString() : raw);
}

Findings MemoCell::doubts() const
{
    if (toPlainText().trimmed().isEmpty()) {
        return {};
    }
    Findings findings =
        readValue(m_house.ground.library->catalogue, m_field, toPlainText()).findings;
    for (Finding &finding : findings) {
        finding.field = m_field.id;
    }
    return findings;
}

int MemoCell::heightFor(int) const
{
    const int written = std::min(kMemoMost, int(document()->size().height()));
    return QFontMetrics(font()).lineSpacing() * std::max(m_lines, written) +
           2 * spacingUnit(font()) + 2;
}

void MemoCell::keyPressEvent(QKeyEvent *event)
{
    if (m_composing) {
        event->accept();
        return;
    }
    if (event->key() == Qt::Key_Down && event->modifiers() == Qt::ControlModifier) {
        if (walked) {
            walked(Walk::Forward);
        }
        return;
    }
    if (event->key() == Qt::Key_Up && event->modifiers() == Qt::ControlModifier) {
        if (walked) {
            walked(Walk::Back);
        }
        return;
    }
    // Ctrl+Enter and Shift+Enter belong to the form.
    if (isEnter(event) && event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) {
        event->ignore();
        return;
    }
    if (event->key() == Qt::Key_T && event->modifiers() == Qt::ControlModifier && !isReadOnly()) {
        insertPlainText(minuteText(m_house.ground.clock()));
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void MemoCell::inputMethodEvent(QInputMethodEvent *event)
{
    m_composing = !event->preeditString().isEmpty();
    QPlainTextEdit::inputMethodEvent(event);
}

void MemoCell::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason) {
        m_composing = false;
        if (left) {
            left();
        }
    }
}

void MemoCell::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        document()->setDocumentMargin(spacingUnit(font()));
        updateGeometry();
    }
}

} // namespace huiyin

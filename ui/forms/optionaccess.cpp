// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/optionaccess.h>
#include <forms/optioncell.h>

#include <QAccessibleWidget>
#include <QPointer>

namespace huiyin {

namespace {

/// One choice of a cell. It has no object of its own: it lives as long as its cell.
class ChoiceAccess : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    ChoiceAccess(OptionCell *cell, int choice)
        : m_cell(cell)
        , m_choice(choice)
    {
    }

    [[nodiscard]] bool isValid() const override { return !m_cell.isNull(); }

    [[nodiscard]] QObject *object() const override { return nullptr; }

    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_cell);
    }

    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }

    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }

    [[nodiscard]] int childCount() const override { return 0; }

    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name && m_cell ? m_cell->labels().value(m_choice) : QString();
    }

    void setText(QAccessible::Text, const QString &) override {}

    [[nodiscard]] QRect rect() const override
    {
        const QRect inside = m_cell ? m_cell->choiceRect(m_choice) : QRect();
        return inside.isNull() ? QRect()
                               : QRect(m_cell->mapToGlobal(inside.topLeft()), inside.size());
    }

    [[nodiscard]] QAccessible::Role role() const override
    {
        return m_cell && m_cell->mode() == OptionCell::Mode::One ? QAccessible::RadioButton
                                                                 : QAccessible::CheckBox;
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!m_cell) {
            state.invalid = true;
            return state;
        }
        state.checkable = true;
        state.checked = m_cell->isChosen(m_choice);
        state.disabled = !m_cell->isEnabled();
        state.readOnly = m_cell->readOnly();
        state.invisible = !m_cell->isVisible();
        state.offscreen = m_cell->choiceRect(m_choice).isNull(); // it stands in the list
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface
                   ? static_cast<QAccessibleActionInterface *>(this)
                   : nullptr;
    }

    [[nodiscard]] QStringList actionNames() const override
    {
        return m_cell && !m_cell->readOnly() ? QStringList{pressAction(), setFocusAction()}
                                             : QStringList{setFocusAction()};
    }

    void doAction(const QString &name) override
    {
        if (!m_cell) {
            return;
        }
        m_cell->setFocus(Qt::OtherFocusReason);
        if (name == pressAction()) {
            m_cell->press(m_choice);
        }
    }

    [[nodiscard]] QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    QPointer<OptionCell> m_cell;
    int m_choice;
};

class OptionAccess : public QAccessibleWidget
{
public:
    explicit OptionAccess(OptionCell *cell)
        : QAccessibleWidget(cell,
                            cell->mode() == OptionCell::Mode::Flag ? QAccessible::CheckBox
                                                                   : QAccessible::Grouping)
    {
    }

    ~OptionAccess() override
    {
        for (const QAccessible::Id id : std::as_const(m_choices)) {
            QAccessible::deleteAccessibleInterface(id);
        }
    }

    Q_DISABLE_COPY_MOVE(OptionAccess)

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Value ? cell()->spokenValue() : QAccessibleWidget::text(kind);
    }

    [[nodiscard]] int childCount() const override
    {
        return flag() ? 0 : static_cast<int>(cell()->labels().size());
    }

    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount()) {
            return nullptr;
        }
        while (m_choices.size() <= index) {
            m_choices.append(QAccessible::registerAccessibleInterface(
                new ChoiceAccess(cell(), static_cast<int>(m_choices.size()))));
        }
        return QAccessible::accessibleInterface(m_choices.at(index));
    }

    [[nodiscard]] int indexOfChild(const QAccessibleInterface *one) const override
    {
        for (int i = 0; i < m_choices.size(); ++i) {
            if (QAccessible::accessibleInterface(m_choices.at(i)) == one) {
                return i;
            }
        }
        return -1;
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.readOnly = cell()->readOnly();
        if (flag()) {
            state.checkable = true;
            state.checked = cell()->isChosen(0);
        }
        return state;
    }

    [[nodiscard]] QStringList actionNames() const override
    {
        QStringList names = QAccessibleWidget::actionNames();
        if (flag() && !cell()->readOnly()) {
            names.prepend(pressAction());
        }
        return names;
    }

    void doAction(const QString &name) override
    {
        if (flag() && name == pressAction()) {
            cell()->press(0);
        } else {
            QAccessibleWidget::doAction(name);
        }
    }

private:
    [[nodiscard]] OptionCell *cell() const { return static_cast<OptionCell *>(widget()); }

    [[nodiscard]] bool flag() const { return cell()->mode() == OptionCell::Mode::Flag; }

    mutable QVector<QAccessible::Id> m_choices;
};

QAccessibleInterface *optionAccess(const QString &, QObject *object)
{
    auto *cell = qobject_cast<OptionCell *>(object);
    return cell ? new OptionAccess(cell) : nullptr;
}

} // namespace

void installOptionAccess()
{
    static const bool installed = [] {
        QAccessible::installFactory(optionAccess);
        return true;
    }();
    Q_UNUSED(installed)
}

} // namespace huiyin
